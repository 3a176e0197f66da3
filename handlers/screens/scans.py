"""How photographs of paper look before they are sent: one picture of all pages, and what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.scans import PageButton, ScanButton
from handlers.keyboards import Target, inline
from handlers.message import Attached, Content
from handlers.screens.doors import way_home
from handlers.screens.submissions import attached
from mentoring.notices.scans import ScanCard, ScanSent
from mentoring.scans import PageDeed, ScanDeed
from texts import scans as words
from texts import submission_buttons as buttons

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from mentoring.notices.scans import PageShown
    from texts.say import Say

_NUMBERS_IN_A_ROW = 6

Keys = list[tuple[str, Target]]


def scan_card(notice: ScanCard, say: Say) -> Content:
    sent = [page for page in notice.pages if page.number is not None]
    chosen = next((page for page in sent if page.attachment_id == notice.chosen), None)
    again = next((page for page in sent if page.attachment_id == notice.again), None)
    if again is not None:
        text, rows = words.take_again(say, notice, again), [[_do(notice, words.done_button(say), ScanDeed.DONE)]]
    elif chosen is not None:
        text, rows = words.ordering(say, notice, chosen), _ordering(notice, sent, chosen, say)
    else:
        text, rows = words.scan_card(say, notice), _main(notice, sent, say)
    return Content(text=text, reply_markup=inline(*rows), attachments=(_picture(notice),), pictured=True)


def _picture(notice: ScanCard) -> Attached:
    if notice.preview is None:
        return attached(notice.first)
    return Attached(kind="photo", sha256=notice.preview, file_name="pages.jpg")


def _main(notice: ScanCard, sent: list[PageShown], say: Say) -> list[Keys]:
    order: Keys = [_do(notice, words.order_button(say), ScanDeed.ORDER)]
    if len(notice.pages) == len(sent) == 1:
        order = [
            _page(notice, words.turn_button(say), sent[0], PageDeed.TURN),
            _page(notice, words.again_button(say), sent[0], PageDeed.AGAIN),
        ]
    return [
        [_do(notice, words.send_button(say, to_file=notice.to_file), ScanDeed.SEND)],
        [_do(notice, words.more_button(say), ScanDeed.MORE)],
        order,
        [_do(notice, buttons.cancel_button(say), ScanDeed.CANCEL)],
    ]


def _ordering(notice: ScanCard, sent: list[PageShown], chosen: PageShown, say: Say) -> list[Keys]:
    numbers: Keys = [
        _page(notice, words.number(page.number or 0, chosen=page == chosen), page, PageDeed.CHOOSE) for page in sent
    ]
    rows = [numbers[start : start + _NUMBERS_IN_A_ROW] for start in range(0, len(numbers), _NUMBERS_IN_A_ROW)]
    places: Keys = []
    if chosen.number != 1:
        places.append(_page(notice, "◀", chosen, PageDeed.EARLIER))
    if chosen.number != len(sent):
        places.append(_page(notice, "▶", chosen, PageDeed.LATER))
    places.append(_page(notice, "↻", chosen, PageDeed.TURN))
    if len(sent) > 1:
        places.append(_page(notice, "✖", chosen, PageDeed.LEAVE_OUT))
    left_out = [page for page in notice.pages if page.number is None]
    back: list[Keys] = [
        [_page(notice, words.put_back_button(say, number), page, PageDeed.PUT_BACK)]
        for number, page in enumerate(left_out, 1)
    ]
    again: Keys = [_page(notice, words.again_button(say), chosen, PageDeed.AGAIN)]
    return [*rows, places, again, *back, [_do(notice, words.done_button(say), ScanDeed.DONE)]]


def _do(notice: ScanCard, label: str, deed: ScanDeed) -> tuple[str, Target]:
    return label, ScanButton(submission_id=notice.submission_id, deed=deed)


def _page(notice: ScanCard, label: str, page: PageShown, deed: PageDeed) -> tuple[str, Target]:
    return label, PageButton(submission_id=notice.submission_id, page=page.attachment_id, deed=deed)


def scan_sent(notice: ScanSent, say: Say) -> Content:
    return Content(text=words.went_by_itself(say, notice), reply_markup=inline(way_home(say)))


SCREENS: Screens = {ScanCard: scan_card, ScanSent: scan_sent}
