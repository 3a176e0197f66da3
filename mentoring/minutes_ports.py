"""What minutes need of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ids import FilingId, GroupId, ScanId, SessionId, UploadId
    from mentoring.minutes import Minutes, WaitingMinutes


class MinutesBook(Protocol):
    """`touched` tells the bot that there are some to be made into a file."""

    def of_session(self, session_id: SessionId) -> Minutes | None: ...

    def save(self, before: Minutes | None, after: Minutes) -> Minutes | None:
        """With the next revision; None where somebody has changed them since."""

    def filed(self, session_id: SessionId) -> FilingId | None:
        """What stands in a toolbar as the minutes of this session, whoever filed it."""

    def attendance_changed(self, session_id: SessionId, since: datetime) -> bool:
        """Somebody has noted who was there anew."""

    def to_file(self) -> Sequence[Minutes]:
        """Accepted, and not in a toolbar yet; the longest first."""

    def keep_file(self, upload_id: UploadId, *, sha256: str, size: int, now: datetime) -> ScanId:
        """A file that the bot has made and stored, `size` in bytes."""

    def waiting(self, group_ids: Sequence[GroupId], since: datetime) -> Sequence[WaitingMinutes]:
        """Of sessions that were held since then, the latest first."""
