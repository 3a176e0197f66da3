"""Screens of replacing a mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.handing_over import HandedOn
from texts import handing_over as words

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from texts.say import Say


def handed_on(notice: HandedOn, say: Say) -> Content:
    return Content(text=words.handed_on(say, notice), reply_markup=inline(way_home(say)))


SCREENS: Screens = {
    HandedOn: handed_on,
}
