"""What was planned for one person follows their zone and their quiet hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.diaries import OPEN_FOR
from mentoring.people import MembershipState
from mentoring.schedule import DueKind
from mentoring.session_clock import OF_PEOPLE, of_people
from mentoring.sessions import SessionState
from mentoring.use_cases import digesting, session_cards

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.quiet import HasQuietHours
    from mentoring.schedule import Appointment
    from mentoring.sessions import Session

_MOVABLE = (*OF_PEOPLE, DueKind.DIGEST)


def usual_hours(record: Record, person: Person) -> HasQuietHours:
    """The quiet hours of the programme that somebody is in first; the rules' where they are in none."""
    for one in record.memberships.of_person(person.id):
        if one.state is MembershipState.ACTIVE:
            return record.programmes.by_id(record.groups.by_id(one.group_id).programme_id)
    return next(iter(record.programmes.managed_by(person.id)), record.rules)


def usual_reminders(record: Record, person: Person) -> Sequence[timedelta]:
    """As the programme has them that somebody is in first."""
    for one in record.memberships.of_person(person.id):
        if one.state is MembershipState.ACTIVE:
            return session_cards.rules_for(record, record.groups.by_id(one.group_id)).session_reminders
    return record.rules.session_reminders


def replan(record: Record, person: Person, now: datetime) -> None:
    """Whatever has been told stays told; what should have been told by now comes at once."""
    sessions = _sessions(record, person, now)
    wanted = [one for session in sessions for one in _of_session(record, session, person)]
    if record.managers.manages(person.id, group_id=None):
        wanted.append(digesting.next_digest(record, person, now))
    subjects = [*(session.id for session in sessions), *(one.subject_id for one in wanted)]
    record.own_appointments.replan(person.id, _MOVABLE, wanted, now, subjects=subjects)


def _sessions(record: Record, person: Person, now: datetime) -> Sequence[Session]:
    memberships = record.memberships.of_person(person.id)
    groups = [one.group_id for one in memberships if one.state is MembershipState.ACTIVE]
    sessions = record.sessions.of_groups(groups, since=now - OPEN_FOR)
    return [one for one in sessions if one.state in {SessionState.PLANNED, SessionState.HELD}]


def _of_session(record: Record, session: Session, person: Person) -> Sequence[Appointment]:
    of = session_cards.gathering(record, session)
    own = [one for one in of.people if one.person.id == person.id]
    return of_people(session, own, session_cards.rules_for(record, of.group))
