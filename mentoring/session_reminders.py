"""When one person is reminded of a session, and of the homework for it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from mentoring import reminders
from mentoring.quiet import quiet_hours
from mentoring.reminders import AT_THE_START
from mentoring.sessions import Place
from mentoring.zones import instant, is_quiet, out_of_quiet, wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring.people import Person
    from mentoring.rules import Rules
    from mentoring.sessions import Session

#: A reminder that can only come this shortly before the start comes before the quiet hours instead.
SHORTEST_NOTICE = timedelta(minutes=5)
#: So long after the start its link is still worth sending.
STILL_NEWS = timedelta(minutes=15)
HOMEWORK_AT = time(19)


def reminded_at(session: Session, person: Person, rules: Rules) -> Mapping[timedelta, datetime]:
    """By how long before the start it was meant to be. At the start itself comes the link, where there is one."""
    wanted = reminders.wanted(person, rules)
    dues = {before: _in_time(session, person, rules, before) for before in wanted}
    if wanted and session.place is not Place.FACE_TO_FACE and _is_awake(session.starts_at, person, rules):
        dues[AT_THE_START] = session.starts_at
    return dues


def _in_time(session: Session, person: Person, rules: Rules, before: timedelta) -> datetime:
    due = session.starts_at - before
    if reminders.may_wake(person, before):
        return due
    return at_peace(due, person, rules, session.starts_at - SHORTEST_NOTICE)


def _is_awake(at: datetime, person: Person, rules: Rules) -> bool:
    hours = quiet_hours(person, rules)
    sleeps = is_quiet(wall(at, person.zone).time(), begins=hours.begins, ends=hours.ends)
    return not sleeps or reminders.may_wake(person, AT_THE_START)


def worth_until(session: Session, dues: Mapping[timedelta, datetime]) -> datetime:
    return session.starts_at + STILL_NEWS if AT_THE_START in dues else session.starts_at


def homework_at(session: Session, person: Person, rules: Rules) -> datetime | None:
    """The evening before, where they are; None for whoever wants no reminders."""
    if not reminders.wanted(person, rules):
        return None
    eve = wall(session.starts_at, person.zone).date() - timedelta(days=1)
    return at_peace(instant(eve, HOMEWORK_AT, person.zone), person, rules, session.starts_at - SHORTEST_NOTICE)


def at_peace(due: datetime, person: Person, rules: Rules, latest: datetime) -> datetime:
    hours = quiet_hours(person, rules)
    return out_of_quiet(due, person.zone, begins=hours.begins, ends=hours.ends, latest=latest)
