"""Scans: photographs of paper, put in order, turned upright and joined to one PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.ids import AttachmentId, MoveId, ScanId, UploadId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Photographs that nobody has sent go by themselves after this; when more pages are to come, after that.
LEFT_ALONE = timedelta(minutes=30)
KEPT_OPEN = timedelta(days=7)
#: A mentor waits so long for the pages to be joined; then they get the photographs as they came.
PATIENCE = timedelta(minutes=10)
_QUARTERS = 4


class ScanState(StrEnum):
    """FAILED: nothing could be made of the photographs; they go on as they came."""

    PENDING = "pending"
    READY = "ready"
    FAILED = "failed"


class ScanDeed(StrEnum):
    """What can be done with photographs that are not sent yet. MORE keeps them for pages that follow later."""

    SEND = "s"
    MORE = "m"
    ORDER = "o"
    DONE = "d"
    CANCEL = "c"


class PageDeed(StrEnum):
    """What can be done with one page. AGAIN: the next photograph takes its place."""

    CHOOSE = "c"
    EARLIER = "e"
    LATER = "l"
    TURN = "t"
    LEAVE_OUT = "o"
    PUT_BACK = "b"
    AGAIN = "a"


class Advice(StrEnum):
    """What might be better about a photograph; never a reason to refuse it."""

    BLURRED = "blurred"
    DARK = "dark"
    BRIGHT = "bright"
    SMALL = "small"
    CUT = "cut"


class Screening(StrEnum):
    """Where a virus scanner is set up. WAITING is held and not passed on."""

    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"


class Verdict(StrEnum):
    """What a look into the file has found; WAITING is not looked into yet. The last four are told to its sender."""

    WAITING = "waiting"
    FINE = "fine"
    BROKEN = "broken"
    LOCKED = "locked"
    DANGEROUS = "dangerous"
    TOO_MUCH = "too_much"


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One photograph in its place. `turns` are quarter turns to the right."""

    attachment_id: AttachmentId
    place: int
    turns: int = 0
    left_out: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Scan:
    """Of one version of a submission, or of an upload. `order` says which pages, places and turns it was made of."""

    id: ScanId
    move_id: MoveId | None
    upload_id: UploadId | None
    state: ScanState
    order: str
    asked_at: datetime
    pages: int = 0
    size: int = 0
    sha256: str | None = None
    preview_sha256: str | None = None
    file_id: str | None = None
    advice: tuple[Advice, ...] = ()


def shown(pages: Sequence[Page]) -> tuple[Page, ...]:
    """In their order, without what is left out."""
    return tuple(sorted((page for page in pages if not page.left_out), key=lambda page: page.place))


def changed(pages: Sequence[Page], of: AttachmentId, deed: PageDeed) -> tuple[Page, ...]:
    """Those pages that are different then; none where it changes nothing, or would leave no page at all."""
    page = next((one for one in pages if one.attachment_id == of), None)
    if page is None or page.left_out is not (deed is PageDeed.PUT_BACK):
        return ()
    match deed:
        case PageDeed.TURN:
            return (replace(page, turns=(page.turns + 1) % _QUARTERS),)
        case PageDeed.LEAVE_OUT:
            return (replace(page, left_out=True),) if len(shown(pages)) > 1 else ()
        case PageDeed.PUT_BACK:
            return (replace(page, left_out=False),)
        case PageDeed.EARLIER | PageDeed.LATER:
            return _swapped(shown(pages), page, -1 if deed is PageDeed.EARLIER else 1)
        case _:
            return ()


def _swapped(pages: Sequence[Page], page: Page, step: int) -> tuple[Page, ...]:
    to = pages.index(page) + step
    if not 0 <= to < len(pages):
        return ()
    other = pages[to]
    return (replace(page, place=other.place), replace(other, place=page.place))


def order_of(pages: Sequence[Page], names: Mapping[AttachmentId, str]) -> str:
    """Different whenever another PDF would be made of them; `names` are Telegram's own of the files."""
    return ",".join(f"{names[page.attachment_id]}:{page.turns}" for page in shown(pages))
