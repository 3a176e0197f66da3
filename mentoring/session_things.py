"""What carried a file between Start and End of a session: how far its copy is, and to whom it is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.chat_records import LineKind
from mentoring.files import FileKind, Keeping, Received, Unfit, unfit_for_work
from mentoring.ids import AttachmentId, GroupId, LineId, PersonId, SessionId
from mentoring.permissions import LEADING, Standing
from mentoring.scans import Screening

if TYPE_CHECKING:
    from collections.abc import Collection

#: Kinds of lines that carry something.
CARRYING = (LineKind.PHOTO, LineKind.VOICE, LineKind.FILE, LineKind.VIDEO)
_NEVER_KEPT = frozenset({Unfit.EMPTY, Unfit.ARCHIVE, Unfit.PROGRAM})


class Copy(StrEnum):
    """REFUSED is what is never kept: a program, an archive, or more than one person may post in a day."""

    COMING = "coming"
    KEPT = "kept"
    TOO_LARGE = "too_large"
    LOST = "lost"
    INFECTED = "infected"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True, slots=True)
class Thing:
    """A line that carried a file. `number` is the session's; `file_name` as in `Line`, `kept_as` once it is copied.

    Without `attachment_id` no copy was ever to be made. `size` in bytes.
    """

    line_id: LineId
    session_id: SessionId
    group_id: GroupId
    number: int
    starts_at: datetime
    message_id: int
    person_id: PersonId | None
    who: str
    kind: LineKind
    text: str
    said_at: datetime
    file_name: str | None
    file_id: str | None
    unique_id: str | None
    sha256: str | None
    size: int | None
    withheld_at: datetime | None
    attachment_id: AttachmentId | None
    sent_as: FileKind | None
    kept_as: str | None
    mime: str | None
    keeping: Keeping | None
    screening: Screening | None

    @property
    def copy(self) -> Copy:
        if self.screening is Screening.INFECTED:
            return Copy.INFECTED
        match self.keeping:
            case Keeping.STORED:
                return Copy.KEPT
            case Keeping.PENDING:
                return Copy.COMING
            case Keeping.BY_REFERENCE:
                return Copy.TOO_LARGE
            case Keeping.LOST:
                return Copy.LOST
            case None:
                return Copy.REFUSED

    @property
    def name(self) -> str:
        """Of the file; empty where nobody gave it one."""
        return "" if self.kind is LineKind.VOICE else self.file_name or ""

    @property
    def length(self) -> str:
        """Of a voice message, as "0:42"."""
        return self.file_name or "" if self.kind is LineKind.VOICE else ""

    def is_open_to(self, person_id: PersonId, standings: Collection[Standing]) -> bool:
        """`standings` to its group. A voice is for those who lead, and what was held back, too."""
        if LEADING & {*standings}:
            return True
        if self.withheld_at is not None:
            return False
        if self.person_id == person_id:
            return True
        return self.kind is not LineKind.VOICE and Standing.MENTEE in standings

    def may_be_held_back_by(self, person_id: PersonId, standings: Collection[Standing]) -> bool:
        return self.withheld_at is None and (self.person_id == person_id or bool(LEADING & {*standings}))

    def may_be_work(self) -> bool:
        """Something that a mentee could hand in."""
        return self.sent_as is not None and unfit_for_work(self.received()) is None

    def received(self, chat_id: int = 0) -> Received:
        """As it came, once more."""
        return Received(
            kind=self.sent_as or FileKind.OTHER,
            file_id=self.file_id or "",
            unique_id=self.unique_id or "",
            file_name=self.kept_as or "",
            mime=self.mime or "",
            size=self.size,
            caption=self.text,
            chat_id=chat_id,
            message_id=self.message_id,
        )


def is_worth_keeping(file: Received) -> bool:
    """Whatever helps the group, but nothing that hides something."""
    return bool(file.file_id) and unfit_for_work(file) not in _NEVER_KEPT


def length(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
