"""The manager's digest: once a week by itself, and whenever it is opened; its buttons nudge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import digests, notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.diaries import DiaryState
from mentoring.digests import DIARIES_BACK, Alarm, Facts, GroupFacts
from mentoring.ids import GroupId
from mentoring.notices import Delivery, Placement
from mentoring.notices.diaries import DiaryAsked
from mentoring.notices.digests import WEEKLY, Digest, DigestLine, Nudged, ReviewNudge
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.schedule import Appointment, DueKind
from mentoring.sessions import SessionState, is_over
from mentoring.use_cases import concern_cards, digest_gaps, digest_programmes
from mentoring.use_cases.bundling import tell_in_time
from mentoring.use_cases.digest_programmes import names_of_programmes, totals
from mentoring.use_cases.interview_lists import alarms as alarms_of_talks
from mentoring.use_cases.menu import beside_cards, pressed_card
from mentoring.use_cases.monitoring_near import plan_notice, without_session
from mentoring.use_cases.session_cards import seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.schedule import Due

#: Groups that one screen holds; each takes about three lines.
SHOWN = 6
STILL_NEWS = digests.WEEK / 2


def plan_next(record: Record, manager: Person, now: datetime) -> None:
    record.schedule.plan([next_digest(record, manager, now)])
    for programme in record.programmes.managed_by(manager.id):
        plan_notice(record, programme, now)


def next_digest(record: Record, manager: Person, now: datetime) -> Appointment:
    rules = record.rules
    due = zones.next_weekly(now, weekday=rules.digest_weekday, at=rules.digest_at, zone=manager.zone)
    local = zones.wall(due, manager.zone)
    return Appointment(
        kind=DueKind.DIGEST,
        subject_id=manager.id,
        person_id=manager.id,
        occurrence=f"digest:{manager.id}:{local.date().isoformat()}",
        due_at=due,
        wall_time=local.replace(tzinfo=None).isoformat(timespec="minutes"),
        zone=manager.zone,
        expires_at=due + STILL_NEWS,
    )


def plan_missing(record: Record, now: datetime) -> None:
    """For managers who have none planned: after an upgrade, or a pause in which theirs went stale."""
    for manager in record.digests.without_appointment(now):
        plan_next(record, manager, now)


def send_digests(record: Record, dues: Sequence[Due], now: datetime) -> None:
    for due in dues:
        manager = record.people.by_id(due.person_id) if due.person_id else None
        if manager is None or not record.managers.manages(manager.id, group_id=None):
            continue
        plan_next(record, manager, now)
        if _is_stood_in_for(record, manager):
            continue
        delivery = Delivery(placement=Placement.BOTTOM, once=due.occurrence, expires_at=due.expires_at)
        notices.tell(record, manager, digest(record, manager, now, asked=False), delivery)


def _is_stood_in_for(record: Record, manager: Person) -> bool:
    """In every programme of theirs: the deputies read it meanwhile."""
    programmes = record.programmes.managed_by(manager.id)
    return not any(manager in record.managers.of_programme(programme.id) for programme in programmes)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadStatus:
    by: Acting


def read_status(record: Record, command: ReadStatus, now: datetime) -> None:
    """Pressed on the weekly digest, that is brought up to date where it stands."""
    manager = authorise(record, command.by, Act.READ_STATUS).known()
    asked = pressed_card(record, command.by) != WEEKLY
    by = beside_cards(record, command.by) if asked else command.by
    notices.answer(record, by, manager, digest(record, manager, now, asked=asked))


def digest(record: Record, manager: Person, now: datetime, *, asked: bool) -> Digest:
    found, review_due = record.digests.facts(manager.id, now), max(record.rules.review_nudges)
    facts = replace(found, groups=digest_gaps.with_gaps(record, found.groups, now))
    missing = _missing(facts)

    def how_bad(group: GroupFacts) -> tuple[int, float, int]:
        return digests.urgency(group, len(missing.get(group.group_id, ())), now, review_due=review_due)

    alarms = {
        group.group_id: digests.alarm(group, len(missing.get(group.group_id, ())), now, review_due=review_due)
        for group in facts.groups
    }
    programmes, unmonitored = names_of_programmes(record, manager), without_session(record, manager, now)
    worst = sorted((one for one in facts.groups if alarms[one.group_id] is not Alarm.GREEN), key=how_bad)
    return Digest(
        at=now,
        groups=len(facts.groups),
        held=sum(group.held for group in facts.groups),
        planned=sum(group.planned for group in facts.groups),
        diaries_in=facts.diaries_in,
        diaries_missing=len(facts.missing),
        waiting=sum(group.waiting for group in facts.groups),
        uncertain=facts.uncertain,
        completed=facts.completed,
        concerns=concern_cards.waiting_for(record, manager),
        talks=tuple(alarms_of_talks(record, manager, now)),
        programmes=totals(programmes, facts.groups, alarms),
        lines=tuple(
            replace(line, programme=programmes.get(line.group_id, ""))
            for line in _lines(record, facts, worst[:SHOWN], missing, alarms)
        ),
        quiet=len(facts.groups) - len(worst),
        more=len(worst[SHOWN:]),
        asked=asked,
        finished=digest_programmes.lately_finished(record, manager, now),
        unmonitored=tuple(name for _, name in unmonitored),
        watches=unmonitored[0][0] if unmonitored else 0,
    )


def _missing(facts: Facts) -> Mapping[GroupId, Sequence[str]]:
    names: dict[GroupId, list[str]] = {}
    for one in facts.missing:
        names.setdefault(one.group_id, []).append(one.name)
    return names


def _lines(
    record: Record,
    facts: Facts,
    groups: Sequence[GroupFacts],
    missing: Mapping[GroupId, Sequence[str]],
    alarms: Mapping[GroupId, Alarm],
) -> tuple[DigestLine, ...]:
    mentors = record.digests.mentors_of([group.group_id for group in groups])
    return tuple(
        DigestLine(
            group_id=group.group_id,
            name=group.name,
            alarm=alarms[group.group_id],
            held=group.held,
            planned=group.planned,
            last_held=group.last_held,
            next_at=group.next_at,
            missing=tuple(dict.fromkeys(missing.get(group.group_id, ()))),
            waiting=group.waiting,
            waiting_since=group.waiting_since,
            with_mentees=group.with_mentees,
            mentees_since=group.mentees_since,
            mentors=tuple(mentors.get(group.group_id, ())),
            unreachable=tuple(one.name for one in facts.unreachable if one.group_id == group.group_id),
            documents=group.documents,
            unplanned=group.unplanned,
            asked_at=group.asked_at,
        )
        for group in groups
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Nudge:
    by: Acting
    group_id: GroupId


def nudge_diaries(record: Record, command: Nudge, now: datetime) -> Nudged:
    """Each mentee is asked at most once a day, however often it is pressed."""
    manager = _nudging(record, command)
    past = [
        session
        for session in record.sessions.of_groups([command.group_id], since=now - DIARIES_BACK)
        if is_over(session, now) and session.state in {SessionState.PLANNED, SessionState.HELD}
    ]
    by_id = {session.id: session for session in past}
    owing = [one for one in record.sessions.attendants([*by_id]) if one.owes_diary]
    for one in owing:
        asked = DiaryAsked(
            session=seen(by_id[one.session_id], one.group),
            begun=one.diary is DiaryState.WRITING,
            nudged_by=manager.name,
        )
        tell_in_time(record, one.person, asked, now, _once_a_day(f"diary:{one.session_id}", one.person, now))
    return Nudged(people=len({one.person.id for one in owing}))


def nudge_review(record: Record, command: Nudge, now: datetime) -> Nudged:
    manager = _nudging(record, command)
    waiting = record.submissions.waiting([command.group_id])
    if not waiting:
        raise Refusal(Why.ALREADY_DONE)
    group = record.groups.by_id(command.group_id)
    circle, nudged = record.submissions.circle(group.id), 0
    for mentor in circle.mentors:
        theirs = [line for line in waiting if not circle.has_other(line.taken_by, mentor.id)]
        if theirs:
            nudge = ReviewNudge(manager=manager.name, group=group.name, waiting=len(theirs), since=theirs[0].since)
            tell_in_time(record, mentor, nudge, now, _once_a_day(f"review:{group.id}", mentor, now))
            nudged += 1
    return Nudged(people=nudged)


def _nudging(record: Record, command: Nudge) -> Person:
    """Raises Refusal unless this manager's programme has that group."""
    return authorise(record, command.by, Act.NUDGE, group_id=command.group_id).known()


def _once_a_day(what: str, person: Person, now: datetime) -> Delivery:
    day = zones.wall(now, person.zone).date().isoformat()
    return Delivery(placement=Placement.BOTTOM, once=f"nudge:{what}:{person.id}:{day}")
