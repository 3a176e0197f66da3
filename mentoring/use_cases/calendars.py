"""Sessions for people's own calendars: one from its card, or all that are ahead from the list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.calendars import is_for_calendars, name_of
from mentoring.ids import SessionId
from mentoring.notices.calendars import CalendarEntry, CalendarFile
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.sessions import SessionState
from mentoring.use_cases.attending import groups_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.sessions import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class ToCalendar:
    """`session_id` None: all that are planned in any group of theirs."""

    by: Acting
    session_id: SessionId | None = None


def to_calendar(record: Record, command: ToCalendar, now: datetime) -> None:
    """What is cancelled is taken out by a file of its own; what has begun needs none any more."""
    if command.session_id is not None:
        return _one(record, command.by, command.session_id, now)
    actor = authorise(record, command.by, Act.OPEN_SESSIONS)
    sessions = record.sessions.of_groups([*groups_of(record, actor)], since=now)
    planned = [one for one in sessions if one.state is SessionState.PLANNED and is_for_calendars(one, now)]
    if not planned:
        raise Refusal(Why.GONE)
    return _send(record, command.by, actor.known(), planned, now)


def _one(record: Record, by: Acting, session_id: SessionId, now: datetime) -> None:
    session = record.sessions.by_id(session_id)
    actor = authorise(record, by, Act.OPEN_SESSIONS, group_id=session.group_id if session else None)
    if session is None:
        raise Refusal(Why.GONE)
    if not is_for_calendars(session, now):
        raise Refusal(Why.SESSION_BEGUN)
    _send(record, by, actor.known(), [session], now)


def _send(record: Record, by: Acting, person: Person, sessions: Sequence[Session], now: datetime) -> None:
    """Below: the card with the button stays as it is."""
    names = {one.group_id: record.groups.by_id(one.group_id).name for one in sessions}
    entries = tuple(_entry(one, names[one.group_id]) for one in sessions)
    again = any(one.moves > 0 or one.state is SessionState.CANCELLED for one in sessions)
    made = CalendarFile(at=now, entries=entries, again=again)
    notices.answer(record, replace(by, pressed=None), person, made)


def _entry(session: Session, group: str) -> CalendarEntry:
    return CalendarEntry(
        uid=name_of(session),
        revision=session.revision,
        number=session.number,
        group=group,
        kind=session.kind,
        stage=session.stage,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        place=session.place,
        address=session.address,
        topic=session.topic,
        preparation=session.preparation,
        cancelled=session.state is SessionState.CANCELLED,
    )
