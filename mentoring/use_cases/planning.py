"""Planning a session step by step, and moving one: whoever leads chooses, everybody in the group is told once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from mentoring import names, session_drafts, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import GroupState
from mentoring.ids import GroupId
from mentoring.notices.sessions import News, Step
from mentoring.people import Role
from mentoring.permissions import Actor, authorise
from mentoring.refusals import Refusal, Why
from mentoring.said_days import Reading
from mentoring.session_drafts import SessionDraft
from mentoring.sessions import Place, Session, SessionKind, Stage, can_change
from mentoring.use_cases import home, monitoring_stages, planning_days, planning_extras, session_cards
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.open_plans import answered, expect
from mentoring.use_cases.planning_questions import HOURS, ask
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.prompts import Prompt

LONGEST_ADDRESS = 300
LONGEST_REASON = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanSession:
    """`group_id` None lets a person with several groups choose. `past`: it has been held already."""

    by: Acting
    group_id: GroupId | None = None
    past: bool = False


def plan_session(record: Record, command: PlanSession, now: datetime) -> None:
    actor = authorise(record, command.by, Act.PLAN_SESSION, group_id=command.group_id)
    groups = _last_one_first(record, actor)
    if not groups:
        raise Refusal(Why.NOT_ALLOWED)
    group_id = command.group_id or (groups[0] if len(groups) == 1 else None)
    if group_id is not None:
        check_running(record, group_id)
    step = Step.GROUP if group_id is None else Step.KIND
    draft = SessionDraft(step=step, zone=actor.known().zone, group_id=group_id, past=command.past)
    ask(record, beside_cards(record, command.by), draft, now, groups=groups)


def _last_one_first(record: Record, actor: Actor) -> Sequence[GroupId]:
    """Whoever leads several groups mostly goes on with the same."""
    groups = led_groups(record, actor)
    last = record.sessions.last_planned(actor.known().id, groups) if len(groups) > 1 else None
    return sorted(groups, key=lambda group_id: group_id != last)


def led_groups(record: Record, actor: Actor) -> Sequence[GroupId]:
    """Those that they mentor, then those that they manage and that are running."""
    managed = (
        group.id
        for programme in record.programmes.managed_by(actor.known().id)
        for group in record.groups.of_programme(programme.id)
        if group.state is GroupState.RUNNING
    )
    return [*dict.fromkeys([*actor.groups_as(Role.MENTOR), *managed])]


@dataclass(frozen=True, kw_only=True, slots=True)
class Choose:
    """One answer: exactly one of these, or none to go back to the calendar. `page` only turns it."""

    by: Acting
    kind: SessionKind | None = None
    stage: Stage | None = None
    page: date | None = None
    day: date | None = None
    hour: int | None = None
    reading: Reading | None = None
    place: Place | None = None
    no_address: bool = False


def choose(record: Record, command: Choose, now: datetime) -> None:
    draft = answered(record, command.by, now)
    match command:
        case Choose(kind=SessionKind() as kind):
            expect(draft, Step.KIND)
            planning_days.go_on(record, command.by, replace(draft, kind=kind, stage=None), now)
        case Choose(stage=Stage() as stage):
            expect(draft, Step.STAGE)
            planning_days.go_on(record, command.by, replace(draft, stage=stage), now)
        case Choose(page=date() as page):
            expect(draft, Step.DAY)
            ask(record, command.by, draft, now, page=page)
        case Choose(day=date() as day):
            expect(draft, Step.DAY)
            planning_days.pressed(record, command.by, draft, Reading(day=day), now)
        case Choose(hour=int() as hour):
            expect(draft, Step.TIME)
            planning_days.pressed(record, command.by, draft, Reading(at=_offered(hour)), now)
        case Choose(reading=Reading() as reading):
            expect(draft, Step.KIND, Step.STAGE, Step.DAY, Step.TIME)
            planning_days.pressed(record, command.by, draft, reading, now)
        case Choose(place=Place() as place):
            expect(draft, Step.PLACE)
            step = Step.CONFIRM if place is Place.CHAT or draft.past else Step.ADDRESS
            ask(record, command.by, replace(draft, place=place, step=step), now)
        case Choose(no_address=True):
            expect(draft, Step.ADDRESS)
            ask(record, command.by, replace(draft, step=Step.CONFIRM), now)
        case _:
            expect(draft, Step.TIME, Step.CONFIRM)
            planning_days.ask_for_another_day(record, command.by, draft, now)


def _offered(hour: int) -> time:
    if hour not in HOURS:
        raise Refusal(Why.NOT_UNDERSTOOD)
    return time(hour)


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Typed words answer the open step where that makes sense; elsewhere the question is shown again."""
    draft = session_drafts.read(prompt)
    words = names.cleaned_words(text)
    match draft.step:
        case Step.STAGE if stage := monitoring_stages.said(record, draft, words, now):
            planning_days.go_on(record, by, replace(draft, stage=stage), now)
        case Step.KIND | Step.STAGE | Step.DAY | Step.TIME if words:
            planning_days.typed(record, by, words, draft, now)
        case Step.ADDRESS if words:
            ask(record, by, replace(draft, address=words[:LONGEST_ADDRESS], step=Step.CONFIRM), now)
        case Step.TOPIC | Step.PREPARATION | Step.LENGTH if words:
            planning_extras.typed(record, by, words, draft, now)
        case Step.CONFIRM if understood(words):
            confirm(record, Confirm(by=by), now)
        case Step.CONFIRM | Step.CANCEL if draft.session_id and words:
            ask(record, by, replace(draft, reason=words[:LONGEST_REASON]), now)
        case _:
            ask(record, by, draft, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirm:
    by: Acting


def confirm(record: Record, command: Confirm, now: datetime) -> None:
    draft = answered(record, command.by, now)
    expect(draft, Step.CONFIRM)
    person = record.people.by_telegram_id(command.by.telegram_id)
    if person is None or draft.starts_at is None or draft.starts_at <= now:
        raise Refusal(Why.TOO_LATE)
    if draft.group_id is not None:
        check_running(record, draft.group_id)
    record.prompts.close(command.by.telegram_id)
    if draft.session_id is None:
        session, news = add_from(record, draft, person, now), News.PLANNED
    else:
        session, news = _move(record, draft, now), News.MOVED
    of = session_cards.gathering(record, session)
    session_cards.set_clock(record, of, now)
    home.show(record, command.by, person, now)
    session_cards.announce(record, of, now, news, reason=draft.reason)


def add_from(record: Record, draft: SessionDraft, person: Person, now: datetime) -> Session:
    starts_at, group_id, kind, place = draft.starts_at, draft.group_id, draft.kind, draft.place
    if starts_at is None or group_id is None or kind is None or place is None:
        raise Refusal(Why.GONE)
    session = record.sessions.add(
        group_id=group_id,
        kind=kind,
        stage=draft.stage,
        starts_at=starts_at,
        ends_at=starts_at + draft.length,
        wall_time=draft.wall_time,
        zone=draft.zone,
        place=place,
        address=draft.address,
        planned_by=person.id,
        now=now,
    )
    return planning_extras.added(record, session, draft)


def _move(record: Record, draft: SessionDraft, now: datetime) -> Session:
    """Old reminders vanish, and everybody is asked anew whether they come."""
    before = record.sessions.by_id(draft.session_id) if draft.session_id else None
    if before is None or draft.starts_at is None:
        raise Refusal(Why.GONE)
    if not can_change(before, now):
        raise Refusal(Why.TOO_LATE)
    after = replace(
        before,
        starts_at=draft.starts_at,
        ends_at=draft.starts_at + (before.ends_at - before.starts_at),
        wall_time=draft.wall_time,
        zone=draft.zone,
        moves=before.moves + 1,
        reason=draft.reason,
    )
    if not record.sessions.change(before, after):
        raise Refusal(Why.ALREADY_DONE)
    session_cards.stop_clock(record, before)
    record.sessions.forget_answers(before.id)
    return after


def plan_again(record: Record, by: Acting, person: Person, session: Session, now: datetime) -> None:
    """A new one in the place of one that did not take place: only its time is asked for."""
    draft = SessionDraft(
        step=Step.DAY,
        zone=person.zone,
        group_id=session.group_id,
        kind=session.kind,
        stage=session.stage,
        place=session.place,
        address=session.address,
    )
    ask(record, by, draft, now)


def ask_for_day(record: Record, by: Acting, session: Session, person: Person, now: datetime) -> None:
    """The first step of moving a session."""
    draft = SessionDraft(
        step=Step.DAY,
        zone=person.zone,
        group_id=session.group_id,
        session_id=session.id,
        kind=session.kind,
        stage=session.stage,
        place=session.place,
        address=session.address,
    )
    ask(record, by, draft, now)


def ask_whether_to_cancel(record: Record, by: Acting, session: Session, person: Person, now: datetime) -> None:
    local = zones.wall(session.starts_at, person.zone)
    draft = SessionDraft(
        step=Step.CANCEL,
        zone=person.zone,
        group_id=session.group_id,
        session_id=session.id,
        kind=session.kind,
        stage=session.stage,
        day=local.date(),
        at=local.time(),
        place=session.place,
        address=session.address,
    )
    ask(record, by, draft, now)


def check_running(record: Record, group_id: GroupId) -> None:
    """Raises Refusal for a group that has finished or gone on in another one."""
    if record.groups.by_id(group_id).state is not GroupState.RUNNING:
        raise Refusal(Why.GROUP_CLOSED)
