"""A proposed plan as its card shows it: the open question, the whole plan, or one row; asked with its prompt."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from mentoring import drafting, notices, topics, zones
from mentoring.drafted_plans import DraftStep
from mentoring.notices.plan_drafts import DraftedRow, DraftQuestion, DraftTopic, Fitting, ProposedPlan, ProposedRow
from mentoring.plan_readings import ReadingState
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.rhythm import Often
from mentoring.sessions import Place
from mentoring.use_cases import draft_facts, kit_titles, open_questions

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from mentoring.acting import Acting
    from mentoring.drafted_plans import DraftedPlan, DraftRow
    from mentoring.notices import Notice
    from mentoring.people import Person
    from mentoring.plan_readings import PlanReading
    from mentoring.ports import Record
    from mentoring.said_days import Said
    from mentoring.said_rhythms import SaidRhythm
    from mentoring.topics import Topic
    from mentoring.use_cases.draft_facts import Ground

#: What is offered by button; any other time can be typed.
HOURS = tuple(time(hour) for hour in range(9, 21))
_TOPICS_ON_A_PAGE = 8
#: Answered before there is a plan to look at.
ASKED = (
    DraftStep.WHEN,
    DraftStep.OFTEN,
    DraftStep.PLACE,
    DraftStep.ADDRESS,
    DraftStep.TOPICS,
    DraftStep.GOALS,
)


def draft_of(reading: PlanReading) -> DraftedPlan:
    if reading.plan.drafted is None:
        raise Refusal(Why.GONE)
    return reading.plan.drafted


def ground_of(record: Record, reading: PlanReading) -> Ground:
    if reading.group_id is None:
        raise Refusal(Why.GONE)
    return draft_facts.ground(record, reading.group_id)


def show(record: Record, by: Acting, person: Person, reading: PlanReading, now: datetime, *, page: int = 0) -> None:
    match draft_of(reading).step:
        case DraftStep.WHOLE | DraftStep.ROWS:
            stop_asking(record, by, now)
            notices.answer(record, by, person, whole(record, reading, now))
        case DraftStep.ROW | DraftStep.ROW_DAY | DraftStep.ROW_TIME | DraftStep.ROW_TOPIC:
            ask(record, by, person, reading, one_row(record, reading, now, page=page), now=now)
        case _:
            ask(record, by, person, reading, question(record, reading, now, page=page), now=now)


def stop_asking(record: Record, by: Acting, now: datetime) -> None:
    """A yes or no is a button's: no words are waited for."""
    prompt = record.prompts.of(by.telegram_id, now)
    if prompt is not None and prompt.asking is Asking.PLAN_DRAFT:
        record.prompts.close(by.telegram_id)


def ask(record: Record, by: Acting, person: Person, reading: PlanReading, notice: Notice, *, now: datetime) -> None:
    open_questions.give_up(record, person, now)
    draft: dict[str, str | int] = {"reading": reading.id}
    record.prompts.ask(
        Prompt(telegram_id=by.telegram_id, asking=Asking.PLAN_DRAFT, draft=draft, expires_at=now + VALID)
    )
    notices.answer(record, by, person, notice)


def question(
    record: Record, reading: PlanReading, now: datetime, *, page: int = 0, said: SaidRhythm | None = None
) -> DraftQuestion:
    """`said` is what was typed and is doubted."""
    draft, of = draft_of(reading), ground_of(record, reading)
    last = of.standing[-1] if of.standing else None
    shown, page, pages = _page(_sorted(of.catalogue), draft.topics, of, page)
    return DraftQuestion(
        reading_id=reading.id,
        group=of.group.name,
        step=draft.step,
        zone=draft.zone,
        missing=of.missing,
        until=draft_facts.last_day(record, of, now),
        weekdays=draft.weekdays,
        at=draft.at,
        hours=tuple(sorted({*HOURS, *([draft.at] if draft.at else [])})),
        times=said.times if said else (),
        doubt=said.doubt if said else None,
        often=draft.often or draft_facts.calmest(record, of, draft, now),
        fitting=_fitting(record, of, draft, now),
        usual=last.place if last else None,
        usual_address=last.address if last else "",
        place=draft.place,
        topics=shown,
        chosen=draft.topics,
        goals=of.goals,
        page=page,
        pages=pages,
        first=not draft.rows,
    )


def _fitting(record: Record, of: Ground, draft: DraftedPlan, now: datetime) -> tuple[Fitting, ...]:
    if draft.step is not DraftStep.OFTEN:
        return ()
    rhythms = [(often, replace(draft, often=often).rhythm) for often in Often]
    found = [(often, draft_facts.days(record, of, rhythm, now)) for often, rhythm in rhythms if rhythm is not None]
    return tuple(Fitting(often=often, count=len(days), last=max(days, default=None)) for often, days in found)


def _sorted(catalogue: Sequence[Topic]) -> Sequence[Topic]:
    """Those for any session last: the first and the last session have theirs."""
    return sorted(catalogue, key=lambda one: one.kind is topics.TopicKind.ANY)


def _page(
    found: Sequence[Topic], chosen: Collection[str], of: Ground, page: int
) -> tuple[tuple[DraftTopic, ...], int, int]:
    pages = max(1, -(-len(found) // _TOPICS_ON_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = found[page * _TOPICS_ON_A_PAGE : (page + 1) * _TOPICS_ON_A_PAGE]
    said = [(one.key, one.said(of.group.language)) for one in shown]
    return tuple(DraftTopic(key=key, words=words, chosen=words in chosen) for key, words in said), page, pages


def whole(record: Record, reading: PlanReading, now: datetime) -> ProposedPlan:
    draft, of = draft_of(reading), ground_of(record, reading)
    clashing = draft_facts.clashing(record, of, draft) if reading.state is ReadingState.OPEN else frozenset()
    seen = [_seen(record, of, draft, one, clash=one.key in clashing) for one in draft.rows]
    return ProposedPlan(
        reading_id=reading.id,
        group=of.group.name,
        group_id=of.group.id,
        state=reading.state,
        zone=draft.zone,
        rows=tuple(seen),
        missing=of.missing,
        until=draft_facts.last_day(record, of, now),
        often=draft.often or Often.WEEKLY,
        place=draft.place or Place.CHAT,
        address=draft.address,
        anew=draft.anew,
        choosing=draft.step is DraftStep.ROWS,
    )


def _seen(record: Record, of: Ground, draft: DraftedPlan, row: DraftRow, *, clash: bool) -> DraftedRow:
    starts_at = drafting.starts_at(row, draft.zone)
    before = [one for one in of.standing if one.starts_at <= starts_at]
    earlier = [one for one in draft.rows if (drafting.starts_at(one, draft.zone), one.key) < (starts_at, row.key)]
    return DraftedRow(
        key=row.key,
        number=len(before) + len(earlier) + 1,
        day=row.day,
        at=row.at,
        kind=row.kind,
        stage=row.stage,
        topic=row.topic,
        clash=clash,
        day_off=row.day in record.rules.days_off,
        twice=row.key in drafting.overlapping(draft),
    )


def one_row(
    record: Record,
    reading: PlanReading,
    now: datetime,
    *,
    page: int = 0,
    month: date | None = None,
    said: Said | None = None,
) -> ProposedRow:
    """`said` is what was typed and is doubted."""
    draft, of = draft_of(reading), ground_of(record, reading)
    row = draft.row_of(draft.row)
    if row is None:
        raise Refusal(Why.ALREADY_DONE)
    fitting = topics.fitting(of.catalogue, row.kind)
    shown, page, pages = _page(fitting, {row.topic}, of, page)
    today = zones.wall(now, draft.zone).date()
    clash = row.key in draft_facts.clashing(record, of, draft)
    return ProposedRow(
        reading_id=reading.id,
        group=of.group.name,
        step=draft.step,
        zone=draft.zone,
        row=_seen(record, of, draft, row, clash=clash),
        aim=row.aim,
        goals=row.goals,
        documents=kit_titles.of_codes(record, of.group, row.documents),
        today=today,
        month=month or max(row.day, today),
        hours=tuple(sorted({*HOURS, row.at})),
        topics=shown,
        page=page,
        pages=pages,
        doubt=said.doubt if said else None,
        readings=said.readings if said else (),
    )
