"""One reminder comes again: in ten minutes, or on the next morning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING

from mentoring import zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import SessionId
from mentoring.notices.together import ReminderPutOff
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.session_clock import snoozed
from mentoring.sessions import can_change

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record

SOON = timedelta(minutes=10)
MORNING = time(9)


@dataclass(frozen=True, kw_only=True, slots=True)
class RemindAgain:
    """`moves` is what the reminder spoke of: another time of the session has reminders of its own."""

    by: Acting
    session_id: SessionId
    moves: int
    tomorrow: bool


def remind_again(record: Record, command: RemindAgain, now: datetime) -> ReminderPutOff:
    session = record.sessions.by_id(command.session_id)
    group_id = session.group_id if session else None
    person = authorise(record, command.by, Act.OPEN_SESSIONS, group_id=group_id).known()
    if session is None or session.moves != command.moves:
        raise Refusal(Why.GONE)
    due_at = _due_at(person, now, tomorrow=command.tomorrow)
    if not can_change(session, now) or due_at >= session.starts_at:
        raise Refusal(Why.SESSION_BEGUN if session.starts_at <= now else Why.TOO_LATE)
    record.schedule.plan([snoozed(session, person, due_at)])
    return ReminderPutOff(until=due_at)


def _due_at(person: Person, now: datetime, *, tomorrow: bool) -> datetime:
    """On a whole minute, so that a double tap asks for one and the same."""
    if tomorrow:
        following = zones.wall(now, person.zone).date() + timedelta(days=1)
        return zones.instant(following, MORNING, person.zone)
    return (now + SOON).replace(second=0, microsecond=0) + timedelta(minutes=1 if now.second else 0)
