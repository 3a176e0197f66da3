"""Reminders beside a session's own, all that falls together, and which of them somebody wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.diaries import WriteDiary
from handlers.buttons.reminders import (
    RemindAgain,
    ReminderButton,
    RemindersButton,
    UsualRemindersButton,
    WokenButton,
)
from handlers.buttons.sessions import OpenSession
from handlers.buttons.settings import SettingsButton
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens import tasks
from mentoring.notices.reminder_settings import RemindersQuestion
from mentoring.notices.together import HomeworkReminder, ReminderPutOff, SessionBegins, Together
from mentoring.reminders import HOUR, OFFERED
from texts import bundles as labels
from texts import session_buttons, settings
from texts import together as words
from texts.say import Html, escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from mentoring.notices.sessions import SessionReminder, SessionSeen
    from texts.say import Say

_MOST_KEYS = 8
#: Whoever meets before this has no use for a reminder at nine.
_AFTER_THE_MORNING = 10


def together(notice: Together, say: Say) -> Content:
    met = {one.session_id: one for one in (*notice.begins, *notice.sessions, *(one.session for one in notice.homework))}
    rows = [*_opens(met.values(), say), *_writes(notice.diaries, say)]
    return Content(text=words.together(say, notice), reply_markup=inline(*rows[:_MOST_KEYS]))


def _opens(sessions: Iterable[SessionSeen], say: Say) -> list[Row]:
    return [[(labels.session_button(say, one), OpenSession(session_id=one.session_id))] for one in sessions]


def _writes(sessions: Iterable[SessionSeen], say: Say) -> list[Row]:
    return [[(labels.diary_button(say, one), WriteDiary(session_id=one.session_id))] for one in sessions]


def begins(notice: SessionBegins, say: Say) -> Content:
    return Content(
        text=words.begins(say, notice.session), reply_markup=inline(tasks.door(say), _open(notice.session, say))
    )


def homework(notice: HomeworkReminder, say: Say) -> Content:
    return Content(text=words.homework(say, notice), reply_markup=inline(tasks.door(say), _open(notice.session, say)))


def _open(session: SessionSeen, say: Say) -> Row:
    return [(session_buttons.open_button(say), OpenSession(session_id=session.session_id))]


def again(notice: SessionReminder, say: Say) -> Row:
    """Ways to hear of it once more."""
    of, moves = notice.session.session_id, notice.session.moves
    soon = (words.in_ten_minutes_button(say), RemindAgain(session_id=of, moves=moves, tomorrow=False))
    morning = (words.tomorrow_morning_button(say), RemindAgain(session_id=of, moves=moves, tomorrow=True))
    has_a_morning = notice.early and int(say.clock(notice.session.starts_at)[:2]) >= _AFTER_THE_MORNING
    return [soon, morning] if has_a_morning else [soon]


def put_off(notice: ReminderPutOff, say: Say) -> Content:
    return Content(text=Html(escaped(words.put_off(say, notice.until))))


def question(notice: RemindersQuestion, say: Say) -> Content:
    offered = sorted({*(one // HOUR for one in OFFERED), *notice.usual, *notice.hours}, reverse=True)
    rows: list[Row] = [[_choice(notice, hours, say)] for hours in offered]
    woken = (words.woken_button(say, woken=notice.woken), WokenButton(woken=not notice.woken))
    usual: Row = [] if notice.own is None else [(words.usual_button(say), UsualRemindersButton())]
    back: Row = [(settings.back_button(say), SettingsButton())]
    return Content(text=words.question(say, notice), reply_markup=inline(*rows, [woken], usual, back))


def _choice(notice: RemindersQuestion, hours: int, say: Say) -> tuple[str, ReminderButton]:
    wanted = hours in notice.hours
    label = words.before(say, hours)
    return f"✓ {label}" if wanted else label, ReminderButton(hours=hours, wanted=not wanted)


def door(say: Say) -> Row:
    return [(words.reminders_button(say), RemindersButton())]


SCREENS: Screens = {
    Together: together,
    SessionBegins: begins,
    HomeworkReminder: homework,
    ReminderPutOff: put_off,
    RemindersQuestion: question,
}
