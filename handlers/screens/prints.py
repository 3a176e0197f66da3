"""How a print pack is asked for, grows, and is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.forms import TemplatesButton
from handlers.buttons.prints import AskPrintButton, MakePrintButton
from handlers.keyboards import inline, packed
from handlers.message import Attached, Content
from handlers.screens.doors import way_home
from mentoring.notices.packs import PackStage
from mentoring.notices.prints import ChoosePrintGroup, PrintCard, PrintPackSent
from texts import prints as words
from texts.files import templates_button
from texts.groups import back_button
from texts.packs import again_button

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

_WIDEST = (40, 18)


def choose(notice: ChoosePrintGroup, say: Say) -> Content:
    keys: Row = [(one.name, AskPrintButton(group_id=one.group_id)) for one in notice.groups]
    back: Row = [(back_button(say), TemplatesButton(page=0)), *way_home(say)]
    return Content(text=words.choose(say), reply_markup=inline(*packed(keys, widest=_WIDEST), back))


def card(notice: PrintCard, say: Say) -> Content:
    return Content(text=words.card(say, notice), reply_markup=inline(*_rows(notice, say), way_home(say)))


def _rows(notice: PrintCard, say: Say) -> list[Row]:
    templates: Row = [(templates_button(say), TemplatesButton(page=0))]
    match notice.stage:
        case PackStage.ASKING:
            make: Row = [(words.make_button(say), MakePrintButton(group_id=notice.group_id))]
            other: Row = [(words.other_group_button(say), AskPrintButton(group_id=0))] if notice.several else []
            return [make if notice.total else [], other, templates]
        case PackStage.FAILED:
            return [[(again_button(say), AskPrintButton(group_id=notice.group_id))]]
        case _:
            return [templates]


def sent(notice: PrintPackSent, say: Say) -> Content:
    attached = Attached(kind="document", sha256=notice.sha256, file_name=notice.name)
    return Content(text=words.sent(say, notice), attachments=(attached,))


SCREENS: Screens = {ChoosePrintGroup: choose, PrintCard: card, PrintPackSent: sent}
