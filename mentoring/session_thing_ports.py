"""What the use cases ask of the record about files, photographs and voices of recorded sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.chat_records import LineKind
    from mentoring.files import Received, SentLately
    from mentoring.ids import AttachmentId, GroupId, LineId, PersonId, SessionId
    from mentoring.session_things import Thing


class SessionThings(Protocol):
    def by_id(self, line_id: LineId) -> Thing | None: ...

    def of_file(self, attachment_id: AttachmentId) -> Thing | None:
        """None for a file that came in any other way."""

    def of_session(self, session_id: SessionId) -> Sequence[Thing]:
        """In the order in which they were posted."""

    def of_groups(self, group_ids: Sequence[GroupId], limit: int) -> Sequence[Thing]:
        """The newest first."""

    def on_record(self, group_id: GroupId) -> Sequence[Thing]:
        """Of the sessions whose minutes have what was said; nothing that was held back."""

    def sent_since(self, person_id: PersonId, since: datetime) -> SentLately: ...

    def change_file(self, line_id: LineId, file: Received, *, kind: LineKind, file_name: str | None) -> None:
        """The message carries another file now: of the earlier one no copy is wanted any more."""

    def note_copy(self, line_id: LineId, *, sha256: str, size: int) -> None: ...

    def drop_copy(self, line_id: LineId) -> None:
        """The line only names it from now on."""

    def hold_back(self, line_id: LineId, now: datetime) -> bool:
        """False when it was held back before."""
