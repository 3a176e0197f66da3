"""The list of what somebody has taken home from sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.sessions import MySessions, OpenSession
from handlers.buttons.tasks import (
    ChangeTask,
    GiveTaskTo,
    MyTasks,
    OpenTask,
    TakeTaskBack,
    TaskDueOn,
    TaskWithoutDay,
    TickTask,
)
from handlers.keyboards import SHOWN_WHOLE, inline, packed
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.ids import PersonId
from mentoring.notices.tasks import OwnTasks, TakenHome, TaskCard
from mentoring.session_tasks import TaskField
from texts import session_buttons
from texts import tasks as words

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    own = [(one.text, one.task_id) for one in notice.tasks if one.mine and not one.done]
    changed = [*((one.text, one.task_id) for one in notice.led), *own]
    rows += [[(words.change_button(text), OpenTask(task_id=of))] for text, of in changed[: _SHOWN - len(rows)]]
    after: Row = [(session_buttons.sessions_button(say), MySessions()), *way_home(say)]
    return Content(text=words.tasks(say, notice), reply_markup=inline(*rows, after))


def card(notice: TaskCard, say: Say) -> Content:
    return Content(text=words.card(say, notice), reply_markup=inline(*_rows(notice, say)))


def _rows(notice: TaskCard, say: Say) -> Sequence[Row]:
    of = notice.task_id
    if notice.asks is not None:
        back: Row = [(words.back_button(say), OpenTask(task_id=of))]
        return [*_offered(notice, say), back]
    opened: Row = [(words.tasks_button(say), MyTasks()), (session_buttons.open_button(say), _session(notice))]
    if notice.dropped:
        return [[(words.put_back_button(say), TakeTaskBack(task_id=of, yes=False))], opened]
    changes: Row = [(words.field_button(say, one), ChangeTask(task_id=of, field=one)) for one in TaskField]
    take_back: Row = [(words.take_back_button(say), TakeTaskBack(task_id=of, yes=True))]
    return [*packed(changes, widest=SHOWN_WHOLE), take_back, opened]


def _session(notice: TaskCard) -> OpenSession:
    return OpenSession(session_id=notice.session_id)


def _offered(notice: TaskCard, say: Say) -> Sequence[Row]:
    of = notice.task_id
    people: list[Row] = [[(one.name, GiveTaskTo(task_id=of, person_id=one.person_id))] for one in notice.people]
    days: list[Row] = [[(say.date(one), TaskDueOn(task_id=of, day=one))] for one in notice.days]
    if notice.asks is TaskField.OWNER:
        people.append([(words.for_all_button(say), GiveTaskTo(task_id=of, person_id=PersonId(0)))])
    if notice.asks is TaskField.DAY and notice.due_on is not None:
        days.append([(words.no_day_button(say), TaskWithoutDay(task_id=of))])
    return [*people, *days]


def taken_home(notice: TakenHome, say: Say) -> Content:
    opened: Row = [(session_buttons.open_button(say), OpenSession(session_id=notice.session.session_id))]
    return Content(text=words.taken_home(say, notice), reply_markup=inline(door(say), opened))


def door(say: Say) -> Row:
    return [(words.tasks_button(say), MyTasks())]


SCREENS: Screens = {
    OwnTasks: tasks,
    TaskCard: card,
    TakenHome: taken_home,
}
