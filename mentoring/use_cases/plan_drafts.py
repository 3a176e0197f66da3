"""The bot proposes a whole plan: asked for, gone on with, looked at, put away. Nothing is planned before a yes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import drafting, notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.drafted_plans import HOUR, DraftedPlan, DraftStep
from mentoring.ids import GroupId
from mentoring.notices.plan_drafts import AskPlanGroup, NothingToPropose
from mentoring.notices.sessions import GroupChoice
from mentoring.permissions import authorise
from mentoring.plan_readings import PlanReading, PlanReadingId, ReadingState
from mentoring.plan_rows import WrittenPlan
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import draft_cards, draft_facts, open_questions, planning
from mentoring.use_cases.draft_cards import ASKED, draft_of, ground_of, show, stop_asking
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.open_plans import open_draft

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.permissions import Actor
    from mentoring.ports import Record
    from mentoring.use_cases.draft_facts import Ground


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposePlan:
    """`group_id` None is the group of a session that is being planned, the only one, or asked."""

    by: Acting
    group_id: GroupId | None = None


def propose(record: Record, command: ProposePlan, now: datetime) -> None:
    """One that is not finished goes on where it was."""
    actor = authorise(record, command.by, Act.PLAN_SESSION, group_id=command.group_id)
    groups = planning.led_groups(record, actor)
    group_id = command.group_id or _meant(record, command.by, groups, now)
    if not groups:
        raise Refusal(Why.NOT_ALLOWED)
    open_questions.give_up(record, actor.known(), now)
    by = beside_cards(record, command.by)
    if group_id is None:
        choices = tuple(GroupChoice(group_id=one, name=record.groups.by_id(one).name) for one in groups)
        return notices.answer(record, by, actor.known(), AskPlanGroup(groups=choices))
    planning.check_running(record, group_id)
    return _begin(record, by, actor, group_id, now)


def _meant(record: Record, by: Acting, groups: Sequence[GroupId], now: datetime) -> GroupId | None:
    planned = open_draft(record, by, now)
    if planned is not None and planned.group_id in groups:
        return planned.group_id
    return groups[0] if len(groups) == 1 else None


def _begin(record: Record, by: Acting, actor: Actor, group_id: GroupId, now: datetime) -> None:
    person, of = actor.known(), draft_facts.ground(record, group_id)
    mine = record.plan_readings.open_of(person.id)
    waiting = next((one for one in mine if one.plan.drafted is not None and one.group_id == group_id), None)
    if of.missing == 0:
        return tell_full(record, by, person, of, waiting)
    if waiting is not None:
        return show(record, by, person, fresh(record, waiting, now), now)
    reading = record.plan_readings.add(
        person_id=person.id,
        group_id=group_id,
        file_id="",
        file_name="",
        plan=WrittenPlan(drafted=_as_before(of)),
    )
    return show(record, by, person, reading, now)


def tell_full(record: Record, by: Acting, person: Person, of: Ground, waiting: PlanReading | None) -> None:
    """What waited is of no use any more."""
    if waiting is not None:
        keep(record, waiting, replace(waiting, state=ReadingState.DROPPED))
    told = NothingToPropose(group=of.group.name, group_id=of.group.id, planned=of.planned)
    notices.answer(record, by, person, told)


def _as_before(of: Ground) -> DraftedPlan:
    """What the last session tells of how the group meets."""
    zone = of.programme.zone
    if not of.standing:
        return DraftedPlan(zone=zone)
    last = of.standing[-1]
    begins = zones.wall(last.starts_at, zone)
    return DraftedPlan(
        zone=zone,
        weekdays=(begins.weekday(),),
        at=begins.time(),
        minutes=int((last.ends_at - last.starts_at).total_seconds()) // 60 or HOUR,
    )


def fresh(record: Record, reading: PlanReading, now: datetime) -> PlanReading:
    """What it can no longer be, because days passed or others planned, is laid out anew; whoever looks is told."""
    draft, of = draft_of(reading), ground_of(record, reading)
    rhythm = draft.rhythm
    if not draft.rows or rhythm is None:
        return reading
    if len(draft.rows) > of.missing or _meets_twice(draft, of):
        rows = draft_facts.rows(record, of, draft, now)
    elif any(drafting.starts_at(one, draft.zone) <= now for one in draft.rows):
        rows = drafting.laid_anew(draft.rows, draft_facts.days(record, of, rhythm, now), rhythm.at)
    else:
        return reading
    return with_draft(record, reading, replace(draft, rows=rows, step=DraftStep.WHOLE, anew=True))


def _meets_twice(draft: DraftedPlan, of: Ground) -> bool:
    starts = {one.starts_at for one in of.standing}
    return any(drafting.starts_at(one, draft.zone) in starts for one in draft.rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfDraft:
    by: Acting
    reading_id: PlanReadingId


def own(record: Record, by: Acting, reading_id: PlanReadingId) -> tuple[Person, PlanReading]:
    """Raises Refusal for somebody else's draft, one that is taken or put away, and for a group that has finished."""
    reading = record.plan_readings.by_id(reading_id)
    person = authorise(record, by, Act.PLAN_SESSION, group_id=None if reading is None else reading.group_id).known()
    if reading is None or reading.plan.drafted is None or reading.group_id is None:
        raise Refusal(Why.GONE)
    if reading.person_id != person.id:
        raise Refusal(Why.FOR_SOMEBODY_ELSE)
    if reading.state is not ReadingState.OPEN:
        raise Refusal(Why.ALREADY_DONE)
    return person, reading


def own_running(record: Record, by: Acting, reading_id: PlanReadingId) -> tuple[Person, PlanReading]:
    person, reading = own(record, by, reading_id)
    if reading.group_id is not None:
        planning.check_running(record, reading.group_id)
    return person, reading


def keep(record: Record, before: PlanReading, after: PlanReading) -> PlanReading:
    if not record.plan_readings.change(before, after):
        raise Refusal(Why.ALREADY_DONE)
    return after


def with_draft(record: Record, reading: PlanReading, draft: DraftedPlan) -> PlanReading:
    return keep(record, reading, replace(reading, plan=replace(reading.plan, drafted=draft)))


@dataclass(frozen=True, kw_only=True, slots=True)
class GoTo:
    """`page` of the topics, `row` the key of the row that is to be changed."""

    by: Acting
    reading_id: PlanReadingId
    step: DraftStep
    page: int = 0
    row: int = 0


def go_to(record: Record, command: GoTo, now: datetime) -> None:
    person, reading = own_running(record, command.by, command.reading_id)
    draft = draft_of(reading)
    row = command.row or draft.row
    if command.step not in {*ASKED, DraftStep.WHOLE, DraftStep.ROWS} and draft.row_of(row) is None:
        raise Refusal(Why.ALREADY_DONE)
    after = on_to(record, reading, replace(draft, row=row), command.step, now)
    show(record, command.by, person, after, now, page=command.page)


def on_to(record: Record, reading: PlanReading, draft: DraftedPlan, step: DraftStep, now: datetime) -> PlanReading:
    """That step, or the first question before it that is still open; coming from the questions it is drafted."""
    step = _open_before(draft, step)
    if step is DraftStep.WHOLE and draft.step in ASKED:
        rows = draft_facts.rows(record, ground_of(record, reading), draft, now)
        return with_draft(record, reading, replace(draft, rows=rows, step=step, anew=False))
    return with_draft(record, reading, replace(draft, step=step))


def _open_before(draft: DraftedPlan, step: DraftStep) -> DraftStep:
    unanswered = {
        DraftStep.WHEN: not draft.weekdays or draft.at is None,
        DraftStep.OFTEN: draft.often is None,
        DraftStep.PLACE: draft.place is None,
    }
    reached = [*DraftStep]
    before = reached[: reached.index(step)]
    return next((one for one in before if unanswered.get(one, False)), step)


def drop(record: Record, command: OfDraft, now: datetime) -> None:
    person, reading = own(record, command.by, command.reading_id)
    stop_asking(record, command.by, now)
    after = keep(record, reading, replace(reading, state=ReadingState.DROPPED))
    notices.answer(record, command.by, person, draft_cards.whole(record, after, now))
