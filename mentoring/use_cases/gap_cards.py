"""The question to mentors for whose group nothing is planned: what it offers, and that it closes when something is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from mentoring import notices, session_gaps, zones
from mentoring.groups import GroupState
from mentoring.happenings import HappeningKind
from mentoring.notices import PLAIN
from mentoring.notices.session_gaps import GapState, NothingPlanned, Offered
from mentoring.people import MembershipState, Reachability, Role
from mentoring.sessions import Session, SessionState, is_over

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.groups import Group, Programme
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.session_gaps import Gap

_TAKING_PART = frozenset({MembershipState.ACTIVE, MembershipState.EXPECTED})
EVER = datetime(1970, 1, 1, tzinfo=UTC)


def open_gap(record: Record, group: Group, now: datetime) -> Gap | None:
    """None where there is none, or nobody need do anything about it: it rests, is through, or dates are being asked."""
    programme = record.programmes.by_id(group.programme_id)
    if group.state is not GroupState.RUNNING or _rests(record, group):
        return None
    sessions = record.sessions.of_groups([group.id], since=EVER)
    if session_gaps.is_through(sessions, programme, now) or _is_being_asked(record, group, now):
        return None
    return session_gaps.gap_after(group.id, sessions, _began_at(group, programme), now)


def _is_being_asked(record: Record, group: Group, now: datetime) -> bool:
    """Dates are proposed of which one still lies ahead."""
    polls = record.date_polls.open_of_group(group.id)
    return any(date.starts_at > now for poll in polls for date in record.date_polls.dates(poll.id))


def _rests(record: Record, group: Group) -> bool:
    """Nobody of its mentees takes part or is still to come."""
    mentees = record.memberships.of_group(group.id, Role.MENTEE)
    return bool(mentees) and not any(one.state in _TAKING_PART for one in mentees)


def _began_at(group: Group, programme: Programme) -> datetime:
    if programme.begins_on is None:
        return group.created_at
    return max(group.created_at, zones.instant(programme.begins_on, session_gaps.ASKED_AT, programme.zone))


def asked_at(record: Record, gap: Gap) -> datetime | None:
    told = record.happenings.last(HappeningKind.PLAN_ASKED, text=gap.key)
    return None if told is None else told.at


def reached(record: Record, group: Group) -> Sequence[Person]:
    """Its mentors, deputies in the place of those who are away, as far as they can be written to."""
    return [one for one in record.submissions.circle(group.id).mentors if one.reachability is Reachability.OK]


def card(record: Record, group: Group, gap: Gap, now: datetime) -> NothingPlanned:
    return NothingPlanned(
        group_id=group.id,
        group=group.name,
        days=gap.days(now),
        last_on=gap.met_at,
        offered=_offered(record, group, gap.last, now) if gap.last else None,
    )


def _offered(record: Record, group: Group, last: Session, now: datetime) -> Offered | None:
    """Nothing at a time at which one of the mentors has another session."""
    programme = record.programmes.by_id(group.programme_id)
    day = session_gaps.same_time(last, programme, record.rules.days_off, now)
    if day is None:
        return None
    starts_at = session_gaps.starts_at(last, day)
    if _is_taken(record, group, starts_at, starts_at + (last.ends_at - last.starts_at)):
        return None
    return Offered(session_id=last.id, day=day, starts_at=starts_at)


def _is_taken(record: Record, group: Group, begins: datetime, ends: datetime) -> bool:
    mentors = [one.person_id for one in record.memberships.of_group(group.id, Role.MENTOR) if one.person_id]
    led = {one.group_id for mentor in mentors for one in record.memberships.of_person(mentor)}
    others = record.sessions.of_groups([*led], since=begins)
    return any(one.state is SessionState.PLANNED and one.starts_at < ends for one in others)


def closed(record: Record, group: Group, now: datetime) -> NothingPlanned:
    """`starts_at` is None where it ended otherwise than by a plan."""
    ahead = (
        one.starts_at
        for one in record.sessions.of_groups([group.id], since=now - timedelta(days=1))
        if one.state is SessionState.PLANNED and not is_over(one, now)
    )
    return NothingPlanned(
        group_id=group.id, group=group.name, days=0, state=GapState.PLANNED, starts_at=next(ahead, None)
    )


def follow(record: Record, group: Group, now: datetime) -> None:
    """A session is ahead: the question closes wherever it stands, in silence."""
    shown = closed(record, group, now)
    if shown.starts_at is None:
        return
    for mentor in reached(record, group):
        if record.notices.has_card(mentor.telegram_id or 0, shown.card()):
            notices.tell(record, mentor, shown, PLAIN)
