"""The question in a group whether its session begins gives way: to the session, or to the time that has passed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.ids import GroupId, SessionId
from mentoring.notices import PLAIN
from mentoring.notices.holding import BeginQuestion
from mentoring.schedule import Appointment, DueKind
from mentoring.sessions import SessionState
from mentoring.use_cases import session_cards

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.ports import Record
    from mentoring.schedule import Due

#: Whoever asked and did not press is doing something else.
_STANDS = timedelta(hours=1)
_STILL_OF_USE = timedelta(days=2)


def stands_until(record: Record, question: BeginQuestion, group: Group, now: datetime) -> None:
    session = None if question.session is None else record.sessions.by_id(question.session.session_id)
    due = now + _STANDS if session is None else session.ends_at
    zone = record.programmes.by_id(group.programme_id).zone
    wanted = Appointment(
        kind=DueKind.QUESTION_STALE,
        subject_id=group.id,
        person_id=None,
        occurrence=f"question_stale:{group.id}:{session.id if session else 0}:{due.timestamp():.0f}",
        due_at=due,
        wall_time=zones.wall(due, zone).replace(tzinfo=None).isoformat(timespec="minutes"),
        zone=zone,
        expires_at=due + _STILL_OF_USE,
    )
    record.schedule.plan([wanted])


def give_way(record: Record, group: Group) -> None:
    """A session has begun: the question about one that nobody planned is settled."""
    _close(record, group, BeginQuestion(group_id=group.id, group=group.name))


def let_go_stale(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """What was pressed in time has become the post of the session, and stays; of one that was moved it stands on."""
    for due in dues:
        group = record.groups.by_id(GroupId(due.subject_id))
        session = record.sessions.by_id(SessionId(int(due.occurrence.split(":")[2])))
        question = BeginQuestion(group_id=group.id, group=group.name)
        if session is None:
            _close(record, group, question)
            continue
        question = replace(question, session=session_cards.seen(session, group.name))
        if session.state is SessionState.PLANNED and session.ends_at > now:
            stands_until(record, question, group, now)
        elif session.began_at is None:
            _close(record, group, question)


def _close(record: Record, group: Group, question: BeginQuestion) -> None:
    """Nothing is said where it does not stand."""
    if group.chat_id is not None and record.notices.has_card(group.chat_id, question.card()):
        zone = record.programmes.by_id(group.programme_id).zone
        notices.tell_group(record, group, zone, replace(question, over=True), PLAIN)
