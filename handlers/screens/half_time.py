"""How it looks at half of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.sessions import OpenSession
from handlers.keyboards import inline
from handlers.message import Content
from mentoring.notices.half_time import HalfTime
from texts import half_time as words
from texts import session_buttons

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def hint(notice: HalfTime, say: Say) -> Content:
    opened: Row = [(session_buttons.open_button(say), OpenSession(session_id=notice.session.session_id))]
    return Content(text=words.hint(say, notice), reply_markup=inline(opened))


SCREENS: Screens = {HalfTime: hint}
