"""The list of what somebody has taken home from sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.sessions import MySessions, OpenSession
from handlers.buttons.tasks import MyTasks, TickTask
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.tasks import OwnTasks, TakenHome
from texts import session_buttons
from texts import tasks as words

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

#: As many as a phone shows without scrolling; the others come up as these are ticked.
_SHOWN = 10


def tasks(notice: OwnTasks, say: Say) -> Content:
    rows: list[Row] = [
        [(words.line(say, one), TickTask(task_id=one.task_id))]
        for one in sorted(notice.tasks, key=lambda one: one.done)[:_SHOWN]
    ]
    after: Row = [(session_buttons.sessions_button(say), MySessions()), *way_home(say)]
    return Content(text=words.tasks(say, notice), reply_markup=inline(*rows, after))


def taken_home(notice: TakenHome, say: Say) -> Content:
    opened: Row = [(session_buttons.open_button(say), OpenSession(session_id=notice.session.session_id))]
    return Content(text=words.taken_home(say, notice), reply_markup=inline(door(say), opened))


def door(say: Say) -> Row:
    return [(words.tasks_button(say), MyTasks())]


SCREENS: Screens = {
    OwnTasks: tasks,
    TakenHome: taken_home,
}
