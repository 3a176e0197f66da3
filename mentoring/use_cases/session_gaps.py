"""Mentors are asked once when nothing is planned for their group, with a time that one tap takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mentoring import notices, session_gaps, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.happenings import HappeningKind
from mentoring.ids import GroupId, SessionId
from mentoring.notices import AT_THE_BOTTOM
from mentoring.notices.digests import Nudged
from mentoring.notices.session_gaps import GapState
from mentoring.notices.sessions import News
from mentoring.permissions import authorise
from mentoring.quiet import quiet_hours
from mentoring.refusals import Refusal, Why
from mentoring.schedule import Appointment, DueKind
from mentoring.use_cases import beginning_here, gap_cards, session_cards
from mentoring.use_cases.bundling import tell_in_time
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.session_doors import of_session
from mentoring.working_hours import answering_hours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.schedule import Due
    from mentoring.session_gaps import Gap
    from mentoring.sessions import Session

_A_DAY = timedelta(days=1)
#: What was put off is asked so much later at most.
_STILL_ASKED = timedelta(days=14)


def look(record: Record, now: datetime) -> None:
    """May be done as often as one likes: about one gap mentors are asked once."""
    for group_id in record.session_gaps.without_plan(now):
        group = record.groups.by_id(group_id)
        programme = record.programmes.by_id(group.programme_id)
        hours = answering_hours(programme, record.rules.days_off, now)
        gap = None if hours is not None and hours.later else gap_cards.open_gap(record, group, now)
        if gap is None or not session_gaps.is_to_be_asked(gap, programme.zone, now):
            continue
        if gap_cards.asked_at(record, gap) is None:
            _ask(record, group, gap, now)


def _ask(record: Record, group: Group, gap: Gap, now: datetime) -> None:
    """As soon as one of them can be reached."""
    mentors = gap_cards.reached(record, group)
    for mentor in mentors:
        _tell(record, mentor, group, gap, now, once=f"gap:{gap.key}:{mentor.id}")
    if mentors:
        record.happenings.add(HappeningKind.PLAN_ASKED, now=now, group_id=group.id, text=gap.key)


def _tell(record: Record, mentor: Person, group: Group, gap: Gap, now: datetime, *, once: str, by: str = "") -> None:
    hours = quiet_hours(mentor, record.programmes.by_id(group.programme_id))
    at = zones.out_of_quiet(now, mentor.zone, begins=hours.begins, ends=hours.ends, latest=now + _A_DAY)
    delivery = replace(AT_THE_BOTTOM, once=once, not_before=at if at > now else None)
    tell_in_time(record, mentor, replace(gap_cards.card(record, group, gap, now), asked_by=by), now, delivery)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfGap:
    by: Acting
    group_id: GroupId


def open_question(record: Record, command: OfGap, now: datetime) -> None:
    actor = authorise(record, command.by, Act.PLAN_SESSION, group_id=command.group_id)
    group = record.groups.by_id(command.group_id)
    gap = gap_cards.open_gap(record, group, now)
    shown = gap_cards.closed(record, group, now) if gap is None else gap_cards.card(record, group, gap, now)
    notices.answer(record, beside_cards(record, command.by), actor.person, shown)


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeTime:
    """To meet on this day at the hour of that session, which was the last."""

    by: Acting
    session_id: SessionId
    day: date


def take_time(record: Record, command: TakeTime, now: datetime) -> None:
    actor, last = of_session(record, command.by, command.session_id, Act.PLAN_SESSION)
    group = record.groups.by_id(last.group_id)
    gap = gap_cards.open_gap(record, group, now)
    if gap is None:
        return notices.answer(record, command.by, actor.person, gap_cards.closed(record, group, now))
    starts_at = session_gaps.starts_at(last, command.day)
    if gap.last is None or gap.last.id != last.id or command.day.weekday() != _weekday(last):
        raise Refusal(Why.GONE)
    if starts_at <= now:
        raise Refusal(Why.TOO_LATE)
    session = _added(record, last, command.day, actor.known(), now)
    of = session_cards.gathering(record, session)
    session_cards.set_clock(record, of, now)
    notices.answer(record, command.by, actor.person, gap_cards.closed(record, group, now))
    session_cards.announce(record, of, now, News.PLANNED)
    return None


def _weekday(last: Session) -> int:
    return datetime.fromisoformat(last.wall_time).weekday()


def _added(record: Record, last: Session, day: date, person: Person, now: datetime) -> Session:
    """Where and as long as the last one."""
    starts_at, group = session_gaps.starts_at(last, day), record.groups.by_id(last.group_id)
    return record.sessions.add(
        group_id=group.id,
        kind=beginning_here.usual_kind(record, group, now),
        starts_at=starts_at,
        ends_at=starts_at + (last.ends_at - last.starts_at),
        wall_time=datetime.combine(day, datetime.fromisoformat(last.wall_time).time()).isoformat(),
        zone=last.zone,
        place=last.place,
        address=last.address,
        planned_by=person.id,
        now=now,
    )


def not_now(record: Record, command: OfGap, now: datetime) -> None:
    """Asked again later, on a working day; the manager's digest says it meanwhile."""
    actor = authorise(record, command.by, Act.PLAN_SESSION, group_id=command.group_id)
    group, person = record.groups.by_id(command.group_id), actor.known()
    gap = gap_cards.open_gap(record, group, now)
    if gap is None:
        return notices.answer(record, command.by, person, gap_cards.closed(record, group, now))
    again = _again(record, group, gap, person, now)
    record.schedule.cancel(DueKind.PLAN_AGAIN, group.id)
    record.schedule.plan([again])
    shown = replace(gap_cards.card(record, group, gap, now), state=GapState.LATER, again_on=again.due_at)
    return notices.answer(record, command.by, person, shown)


def _again(record: Record, group: Group, gap: Gap, person: Person, now: datetime) -> Appointment:
    programme = record.programmes.by_id(group.programme_id)
    wanted = session_gaps.asked_again_at(gap, now)
    hours = answering_hours(programme, record.rules.days_off, wanted)
    at = max(wanted, hours.begins) if hours is not None else wanted
    return Appointment(
        kind=DueKind.PLAN_AGAIN,
        subject_id=group.id,
        person_id=person.id,
        occurrence=f"plan_again:{gap.key}:{at.timestamp():.0f}",
        due_at=at,
        wall_time=zones.wall(at, programme.zone).replace(tzinfo=None).isoformat(timespec="minutes"),
        zone=programme.zone,
        expires_at=at + _STILL_ASKED,
    )


def ask_again(record: Record, dues: Sequence[Due], now: datetime) -> None:
    for due in dues:
        group = record.groups.by_id(GroupId(due.subject_id))
        gap = gap_cards.open_gap(record, group, now)
        if gap is not None and due.occurrence.startswith(f"plan_again:{gap.key}:"):
            for mentor in gap_cards.reached(record, group):
                _tell(record, mentor, group, gap, now, once=f"{due.occurrence}:{mentor.id}")


def ask_mentors(record: Record, command: OfGap, now: datetime) -> Nudged:
    """A manager asks; each mentor hears of it at most once a day."""
    manager = authorise(record, command.by, Act.NUDGE, group_id=command.group_id).known()
    group = record.groups.by_id(command.group_id)
    gap, mentors = gap_cards.open_gap(record, group, now), gap_cards.reached(record, group)
    if gap is None:
        raise Refusal(Why.ALREADY_DONE)
    for mentor in mentors:
        day = zones.wall(now, mentor.zone).date().isoformat()
        _tell(record, mentor, group, gap, now, once=f"nudge:gap:{group.id}:{mentor.id}:{day}", by=manager.name)
    if mentors and gap_cards.asked_at(record, gap) is None:
        record.happenings.add(HappeningKind.PLAN_ASKED, now=now, group_id=group.id, text=gap.key)
    return Nudged(people=len(mentors))
