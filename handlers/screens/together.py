"""Reminders that fall together; each button opens what one of them is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.diaries import WriteDiary
from handlers.buttons.sessions import OpenSession
from handlers.keyboards import inline
from handlers.message import Content
from mentoring.notices.together import Together
from texts import bundles as labels
from texts import together as words

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

_MOST_KEYS = 8


def together(notice: Together, say: Say) -> Content:
    opens: list[Row] = [
        [(labels.session_button(say, one), OpenSession(session_id=one.session_id))] for one in notice.sessions
    ]
    writes: list[Row] = [
        [(labels.diary_button(say, one), WriteDiary(session_id=one.session_id))] for one in notice.diaries
    ]
    return Content(text=words.together(say, notice), reply_markup=inline(*[*opens, *writes][:_MOST_KEYS]))


SCREENS: Screens = {Together: together}
