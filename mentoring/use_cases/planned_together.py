"""What a confirmed plan changes: all of it in one unit, and one message for each who is in the group."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.groups import GroupState
from mentoring.notices import AT_THE_BOTTOM
from mentoring.notices.sent_plans import PlanLine, PlanNews, PlanPost
from mentoring.plan_reading.differences import Change, Difference, has_effect
from mentoring.plan_readings import ReadingState
from mentoring.quiet import QuietHours, quiet_hours
from mentoring.refusals import Refusal, Why
from mentoring.sessions import Session, SessionState, is_worth_waking
from mentoring.use_cases import boards, gap_cards, plan_sheets, sent_plans, session_cards

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.plan_reading.differences import Wanted
    from mentoring.ports import Record

_TEXTS = ("address", "topic", "aim", "goals", "preparation", "homework", "documents", "responsible")
_SHOWN_ON_CARDS = {"ends_at", "kind", "stage", "place", "address", "topic"}


def confirm(record: Record, command: sent_plans.OfPlan, now: datetime) -> None:
    person, reading = sent_plans.own(record, command.by, command.reading_id)
    sheet = plan_sheets.sheet_of(record, reading, now)
    if reading.group_id is None or sheet.questions:
        return sent_plans.go_on(record, command.by, person, reading, now)
    group = record.groups.by_id(reading.group_id)
    if group.state is not GroupState.RUNNING:
        raise Refusal(Why.GROUP_CLOSED)
    confirmed = replace(reading, state=ReadingState.CONFIRMED)
    if not record.plan_readings.change(reading, confirmed):
        raise Refusal(Why.ALREADY_DONE)
    shown = plan_sheets.card(record, replace(sheet, reading=confirmed), page=command.page)
    notices.answer(record, command.by, person, shown)
    return plan_all(record, group, person, [one for one in sheet.changes if has_effect(one)], now)


def plan_all(record: Record, group: Group, person: Person, changes: Sequence[Change], now: datetime) -> None:
    """Whoever confirmed them knows; everybody else in the group hears of them in one message."""
    lines = [(one, _made(record, group, person, one, now)) for one in changes]
    if lines:
        _announce(record, group, lines, person, now)


def _made(record: Record, group: Group, person: Person, change: Change, now: datetime) -> Session:
    """The session as it is from now on, with its clock set. Raises Refusal where somebody changed it first."""
    if change.session is None:
        session = _added(record, group, person, change, now)
    elif change.difference is Difference.CANCELLED:
        session = _changed(record, change.session, replace(change.session, state=SessionState.CANCELLED))
        session_cards.stop_clock(record, session)
        return session
    else:
        session = _told_otherwise(record, change.session, change)
    session_cards.set_clock(record, session_cards.gathering(record, session), now)
    return session


def _added(record: Record, group: Group, person: Person, change: Change, now: datetime) -> Session:
    wanted = _wanted(change)
    session = record.sessions.add(
        group_id=group.id,
        kind=wanted.kind,
        stage=wanted.stage,
        starts_at=wanted.starts_at,
        ends_at=wanted.ends_at,
        wall_time=wanted.wall_time,
        zone=wanted.zone,
        place=wanted.place,
        address=wanted.address,
        planned_by=person.id,
        now=now,
    )
    return _changed(record, session, replace(session, **{name: getattr(wanted, name) for name in _TEXTS}))


def _told_otherwise(record: Record, before: Session, change: Change) -> Session:
    """Another time: old reminders go. Another day: everybody is asked anew whether they come."""
    wanted = _wanted(change)
    same = {name: getattr(wanted, name) for name in (*_TEXTS, "kind", "stage", "place", "starts_at", "ends_at")}
    is_moved = wanted.starts_at != before.starts_at
    retimed = is_moved or wanted.ends_at != before.ends_at
    after = replace(
        before, **same, wall_time=wanted.wall_time, zone=wanted.zone, moves=before.moves + (1 if retimed else 0)
    )
    session = _changed(record, before, after)
    if retimed:
        session_cards.stop_clock(record, before)
    if is_moved:
        record.sessions.forget_answers(before.id)
    return session


def _wanted(change: Change) -> Wanted:
    if change.wanted is None:
        raise Refusal(Why.GONE)
    return change.wanted


def _changed(record: Record, before: Session, after: Session) -> Session:
    if not record.sessions.change(before, after):
        raise Refusal(Why.ALREADY_DONE)
    return record.sessions.by_id(before.id) or after


def _announce(record: Record, group: Group, made: Sequence[tuple[Change, Session]], by: Person, now: datetime) -> None:
    """Nobody is woken by what can wait; cards that stand somewhere follow in silence."""
    lines = tuple(_line(change, session) for change, session in made if _concerns_people(change))
    gatherings = [session_cards.gathering(record, session) for _, session in made]
    programme = record.programmes.by_id(group.programme_id)
    for of in gatherings:
        session_cards.refresh_wherever_shown(record, of, now)
    boards.show(record, group, now)
    gap_cards.follow(record, group, now)
    if not lines:
        return
    wakes = any(is_worth_waking(session, now) for _, session in made)
    for person in {one.person.id: one.person for of in gatherings for one in of.people}.values():
        if person.id != by.id:
            sleeps = not wakes and _sleeps(quiet_hours(person, programme), person.zone, now)
            notices.tell(record, person, PlanNews(group=group.name, lines=lines, quiet=sleeps))
    post = PlanPost(
        group=group.name,
        lines=lines,
        languages=boards.languages(record, group),
        quiet=not wakes and _sleeps(QuietHours.of(programme), programme.zone, now),
    )
    notices.tell_group(record, group, programme.zone, post, AT_THE_BOTTOM)


def _sleeps(hours: QuietHours, zone: str, now: datetime) -> bool:
    return zones.is_quiet(zones.wall(now, zone).time(), begins=hours.begins, ends=hours.ends)


def _concerns_people(change: Change) -> bool:
    """Goals and results are for whoever leads: nobody is written to because of them."""
    return change.difference is not Difference.CHANGED or bool(_SHOWN_ON_CARDS & set(change.fields))


def _line(change: Change, session: Session) -> PlanLine:
    is_moved = change.session is not None and change.session.starts_at != session.starts_at
    return PlanLine(
        session_id=session.id,
        number=session.number,
        difference=change.difference,
        starts_at=session.starts_at,
        kind=session.kind,
        stage=session.stage,
        place=session.place,
        address=session.address,
        topic=session.topic,
        was=change.session.starts_at if is_moved and change.session is not None else None,
        fields=tuple(one for one in change.fields if one in _SHOWN_ON_CARDS),
    )
