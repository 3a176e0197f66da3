"""What the use cases need to know and to keep of scans; storage/ provides it inside one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mentoring.ids import ScanId

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ids import AttachmentId, MoveId, PersonId, UploadId
    from mentoring.scans import Page, Scan
    from mentoring.submissions import Submission


@dataclass(frozen=True, kw_only=True, slots=True)
class PageFile:
    """`sha256` is None where we have no copy and shall not get one."""

    sha256: str | None
    turns: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ToJoin:
    """A scan that is waited for, and the files of which it is made."""

    scan_id: ScanId
    order: str
    pages: tuple[PageFile, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What came of it; `size` in bytes."""

    scan_id: ScanId
    order: str
    pages: int
    size: int
    sha256: str
    preview_sha256: str


class Scans(Protocol):
    """Photographs as pages, and the PDF that is made of them. `touched` tells the bot that there is one to make."""

    def draft_of(self, mentee_id: PersonId) -> Submission | None:
        """Their photographs that are not sent yet: the newest."""

    def of_move(self, move_id: MoveId) -> Scan | None: ...

    def by_id(self, scan_id: ScanId) -> Scan | None: ...

    def pages(self, move_id: MoveId) -> Sequence[Page]:
        """All of them, also those that are left out, in their order."""

    def is_page(self, attachment_id: AttachmentId) -> bool: ...

    def put(self, page: Page) -> None:
        """Also anew, where it has been turned or moved since."""

    def ask(self, move_id: MoveId, order: str, now: datetime) -> None:
        """A PDF is wanted; an earlier one is no longer the right one, but its picture stays until there is another."""

    def waiting(self, limit: int) -> Sequence[ToJoin]:
        """Those whose files have all been fetched and looked into, the longest first."""

    def made(self, made: Made) -> bool:
        """False when it is no longer waited for, or in another order."""

    def fail(self, scan_id: ScanId, order: str) -> bool:
        """False when it is no longer waited for, or in another order."""

    def forget(self, move_id: MoveId) -> None:
        """Its files are no pages any more."""

    def forget_of_upload(self, upload_id: UploadId) -> None:
        """One of its photographs is another one now: they are filed as they came."""

    def sent(self, sha256: str, file_id: str) -> None:
        """Telegram has it under this name from now on."""
