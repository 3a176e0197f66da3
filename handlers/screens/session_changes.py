"""Questions about one session, as they look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.sessions import OpenSession
from handlers.keyboards import inline
from handlers.message import Content
from mentoring.notices.session_changes import AskSessionPlace, AskWhyNot
from texts import session_changes as words

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from texts.say import Say


def ask_place(notice: AskSessionPlace, say: Say) -> Content:
    back = [(words.say_nothing_button(say), OpenSession(session_id=notice.session.session_id))]
    return Content(text=words.ask_place(say, notice.session), reply_markup=inline(back))


def ask_why_not(notice: AskWhyNot, say: Say) -> Content:
    back = [(words.say_nothing_button(say), OpenSession(session_id=notice.session.session_id))]
    return Content(text=words.ask_why_not(say, notice.session), reply_markup=inline(back))


SCREENS: Screens = {
    AskSessionPlace: ask_place,
    AskWhyNot: ask_why_not,
}
