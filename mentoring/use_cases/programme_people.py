"""Whom a programme's lines touch, and how what was planned for them follows a change."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.groups import GroupState
from mentoring.ids import ProgrammeId
from mentoring.notices.programmes import EndMoved, ProgrammeEnds
from mentoring.people import MembershipState, Role
from mentoring.programmes import ENDING_NOTICE
from mentoring.quiet import own_hours
from mentoring.schedule import Appointment, DueKind
from mentoring.sessions import SessionState
from mentoring.use_cases import monitoring_near, own_times

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from mentoring.groups import Group, Programme
    from mentoring.people import Language, Membership, Person
    from mentoring.ports import Record
    from mentoring.schedule import Due

_THERE = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED})
_MORNING = time(9)
#: What was not said by then is said too late to plan by.
_STILL_NEWS = timedelta(days=7)


def people(record: Record, programme: Programme) -> Sequence[Person]:
    """Whoever is in one of its groups, each once."""
    ids = dict.fromkeys(one.person_id for one in _places(record, programme) if one.person_id is not None)
    return [record.people.by_id(person_id) for person_id in ids]


def mentors(record: Record, programme: Programme) -> Sequence[Person]:
    places = (one for one in _places(record, programme) if one.role is Role.MENTOR)
    ids = dict.fromkeys(one.person_id for one in places if one.person_id is not None)
    return [record.people.by_id(person_id) for person_id in ids]


def without_own_hours(record: Record, programme: Programme) -> Sequence[Person]:
    return [one for one in people(record, programme) if own_hours(one) is None]


def speaks(record: Record, programme: Programme, language: Language) -> bool:
    """Whether somebody reads it: a person, a group's chat, or a manager."""
    everybody = [*people(record, programme), *record.managers.appointed(programme.id)]
    groups = _running(record, programme)
    return any(one.language is language for one in everybody) or any(one.language is language for one in groups)


def sessions_after(record: Record, programme: Programme, ends: date, now: datetime) -> int:
    ids = [one.id for one in _running(record, programme)]
    ahead = record.sessions.of_groups(ids, since=now) if ids else []
    return sum(
        one.state is SessionState.PLANNED and zones.wall(one.starts_at, programme.zone).date() > ends for one in ahead
    )


def follow_hours(record: Record, programme: Programme, now: datetime) -> None:
    for person in without_own_hours(record, programme):
        own_times.replan(record, person, now)


def follow_reminders(record: Record, programme: Programme, now: datetime) -> None:
    for person in people(record, programme):
        if not person.reminders:
            own_times.replan(record, person, now)


def follow_period(record: Record, before: Programme, after: Programme, now: datetime) -> None:
    """What is linked to the end moves with it, and mentors hear of it."""
    plan_end(record, after, now)
    if after.ends_on is None or after.ends_on == before.ends_on:
        return
    prolonged = before.ends_on is None or after.ends_on > before.ends_on
    for mentor in mentors(record, after):
        notices.tell(record, mentor, EndMoved(name=after.name, ends_on=after.ends_on, prolonged=prolonged))


def plan_end(record: Record, programme: Programme, now: datetime) -> None:
    monitoring_near.plan_notice(record, programme, now)
    record.schedule.cancel(DueKind.PROGRAMME_END, programme.id)
    appointment = None if programme.ends_on is None else _before_end(programme, programme.ends_on, now)
    if appointment is not None:
        record.schedule.plan([appointment])


def _before_end(programme: Programme, ends_on: date, now: datetime) -> Appointment | None:
    """None where the end is too near to be announced. Each planning is an occurrence of its own: ends go to and fro."""
    local = datetime.combine(ends_on - ENDING_NOTICE, _MORNING)
    due = zones.instant(local.date(), _MORNING, programme.zone)
    if due <= now:
        return None
    return Appointment(
        kind=DueKind.PROGRAMME_END,
        subject_id=programme.id,
        person_id=None,
        occurrence=f"programme_end:{programme.id}:{ends_on.isoformat()}:{now.astimezone(UTC).isoformat()}",
        due_at=due,
        wall_time=local.isoformat(timespec="minutes"),
        zone=programme.zone,
        expires_at=due + _STILL_NEWS,
    )


def tell_of_ends(record: Record, dues: Sequence[Due], now: datetime) -> None:
    for due in dues:
        programme = record.programmes.by_id(ProgrammeId(due.subject_id))
        groups = len([*_running(record, programme)])
        if programme.ends_on is None or not groups:
            continue
        ends = ProgrammeEnds(programme_id=programme.id, name=programme.name, ends_on=programme.ends_on, groups=groups)
        for manager in record.managers.of_programme(programme.id):
            notices.tell(record, manager, ends)


def _running(record: Record, programme: Programme) -> Sequence[Group]:
    return [one for one in record.groups.of_programme(programme.id) if one.state is GroupState.RUNNING]


def _places(record: Record, programme: Programme) -> Iterator[Membership]:
    for group in _running(record, programme):
        yield from (one for one in record.memberships.of_group(group.id) if one.state in _THERE)
