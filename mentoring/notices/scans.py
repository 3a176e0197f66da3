"""Notices about photographs of paper before they are sent: the card with their pages, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.ids import AttachmentId, SubmissionId
from mentoring.notices import Notice
from mentoring.notices.sending import draft_card
from mentoring.notices.submissions import FileShown
from mentoring.scans import Advice, ScanState


@dataclass(frozen=True, kw_only=True, slots=True)
class PageShown:
    """`number` counts the pages that are sent; None for what is left out."""

    attachment_id: AttachmentId
    number: int | None
    advice: tuple[Advice, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ScanCard(Notice):
    """`preview` is the hash of the picture of all pages; until there is one, `first` stands for it.

    `chosen` is the page whose place is being changed, `again` one whose next photograph is waited for, and
    `more` says that pages are to follow. `to_file` where no mentor waits for them, and `goes_on` where that is pressed
    and only their joining is waited for.
    """

    must_arrive: ClassVar[bool] = True

    submission_id: SubmissionId
    pages: tuple[PageShown, ...]
    first: FileShown
    state: ScanState
    goes_at: datetime
    preview: str | None = None
    chosen: AttachmentId | None = None
    again: AttachmentId | None = None
    more: bool = False
    to_file: bool = False
    goes_on: bool = False

    def card(self) -> str:
        return draft_card(self.submission_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class ScanSent(Notice):
    """The card of photographs that went by themselves, with their number where they are new; the receipt follows.

    `pressed` where somebody said so and they were only to be joined; `to_file` where what is asked of them follows.
    """

    submission_id: SubmissionId
    number: int | None = None
    to_file: bool = False
    pressed: bool = False

    def card(self) -> str:
        return draft_card(self.submission_id)
