"""Screens of no single area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.common import HomeButton
from handlers.keyboards import inline
from handlers.message import Content
from mentoring.notices.common import Home, Refused, Stranger
from texts import common
from texts.say import Html, escaped

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from texts.say import Say


def stranger(_: Stranger, say: Say) -> Content:
    return Content(text=common.stranger(say))


def refused(notice: Refused, say: Say) -> Content:
    text = Html(escaped(common.refusal(say, notice.why)))
    return Content(text=text, reply_markup=inline([(common.home_button(say), HomeButton())]))


def home(notice: Home, say: Say) -> Content:
    return Content(text=common.greeting(say, name=notice.name))


SCREENS: Screens = {Stranger: stranger, Refused: refused, Home: home}
