"""Gathers how groups have been doing: sessions, who came, documents, goals, answers, talks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mentoring import zones
from mentoring.digests import NO_DOCUMENTS
from mentoring.group_courses import GroupCourse, Noticed, noticed, usual
from mentoring.groups import GroupState
from mentoring.interviews import Rating
from mentoring.kit import Code
from mentoring.people import Role
from mentoring.sessions import SessionState
from mentoring.use_cases.kits import kit_for

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mentoring.groups import Group, Programme
    from mentoring.ids import SessionId
    from mentoring.ports import Record
    from mentoring.sessions import Attendant, Session

_EVER = datetime(1970, 1, 1, tzinfo=UTC)
#: In which people and groups write down their goals.
GOALS = frozenset({Code("T02"), Code("T03")})
_COUNTS = frozenset({SessionState.HELD, SessionState.PLANNED})


def running(record: Record, programme: Programme) -> Sequence[Group]:
    """Those that take part in earnest."""
    groups = record.groups.of_programme(programme.id)
    return [one for one in groups if one.state is GroupState.RUNNING and not record.trial_groups.is_trial(one.id)]


def courses(record: Record, programme: Programme, groups: Sequence[Group], now: datetime) -> Sequence[GroupCourse]:
    """In the order of the groups."""
    ids, kit = [one.id for one in groups], kit_for(record, programme)
    today = zones.wall(now, programme.zone).date()
    mandatory = {one.code for one in kit.in_use if one.mandatory}
    documents = record.monitoring.documents(ids, mandatory, today)
    goals = record.monitoring.documents(ids, {one for one in GOALS if one in kit}, today)
    sessions = record.sessions.of_groups(ids, since=_EVER) if ids else ()
    over = [one for one in sessions if one.state in _COUNTS and one.ends_at <= now]
    there = record.sessions.attendants([one.id for one in over]) if over else ()
    waits, waiting = record.monitoring.waits(ids), record.monitoring.waiting(ids)
    talks = record.interviews.of_groups(ids) if ids else ()
    found = []
    for group in groups:
        held = [one for one in over if one.group_id == group.id]
        invited = _mentees(there, {one.id for one in held})
        ratings = [one.rating for one in talks if one.group_id == group.id]
        answered = waits.get(group.id, ())
        found.append(
            GroupCourse(
                group_id=group.id,
                name=group.name,
                created_at=group.created_at,
                held=len(held),
                last_held=max((one.ends_at for one in held), default=None),
                next_at=_next(sessions, group, now),
                invited=len(invited),
                attended=sum(not one.was_away for one in invited),
                documents=documents.get(group.id, NO_DOCUMENTS),
                goals=goals.get(group.id, NO_DOCUMENTS),
                replies=len(answered),
                reply=usual(answered),
                waiting=waiting.get(group.id, 0),
                red=ratings.count(Rating.RED),
                amber=ratings.count(Rating.AMBER),
            )
        )
    return found


def _mentees(there: Sequence[Attendant], held: Collection[SessionId]) -> Sequence[Attendant]:
    return [one for one in there if one.role is Role.MENTEE and one.session_id in held]


def _next(sessions: Sequence[Session], group: Group, now: datetime) -> datetime | None:
    ahead = (one for one in sessions if one.group_id == group.id and one.state is SessionState.PLANNED)
    return min((one.starts_at for one in ahead if one.ends_at > now), default=None)


def risks(record: Record, courses: Sequence[GroupCourse], now: datetime) -> tuple[Noticed, ...]:
    review_due = max(record.rules.review_nudges)
    return tuple(one for course in courses for one in noticed(course, now, review_due=review_due))
