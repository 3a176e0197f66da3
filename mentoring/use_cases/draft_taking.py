"""A proposed plan is taken: all of it is planned in one unit, and everybody hears of it in one message."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import drafting, notices
from mentoring.drafted_plans import DraftStep
from mentoring.plan_reading.differences import Change, Difference, Wanted
from mentoring.plan_readings import ReadingState
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import draft_cards, planned_together
from mentoring.use_cases.draft_cards import draft_of, ground_of, show, stop_asking
from mentoring.use_cases.plan_drafts import OfDraft, fresh, keep, own_running, tell_full

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.drafted_plans import DraftedPlan, DraftRow
    from mentoring.ports import Record


def take(record: Record, command: OfDraft, now: datetime) -> None:
    """What has to be laid out anew is shown first: nobody takes days that they have not seen."""
    person, reading = own_running(record, command.by, command.reading_id)
    full = ground_of(record, reading)
    if full.missing == 0:
        return tell_full(record, command.by, person, full, reading)
    as_it_is = fresh(record, reading, now)
    draft, of = draft_of(as_it_is), ground_of(record, as_it_is)
    is_seen = as_it_is is reading and draft.step in {DraftStep.WHOLE, DraftStep.ROWS}
    if not is_seen or drafting.overlapping(draft):
        return show(record, command.by, person, as_it_is, now)
    if not draft.rows:
        raise Refusal(Why.GONE)
    stop_asking(record, command.by, now)
    taken = keep(record, reading, replace(reading, state=ReadingState.CONFIRMED))
    shown = draft_cards.whole(record, taken, now)
    planned_together.plan_all(record, of.group, person, [_change(draft, one) for one in draft.rows], now)
    return notices.answer(record, command.by, person, shown)


def _change(draft: DraftedPlan, row: DraftRow) -> Change:
    return Change(line=row.key, difference=Difference.NEW, wanted=_wanted(draft, row))


def _wanted(draft: DraftedPlan, row: DraftRow) -> Wanted:
    """Nobody is named as responsible: on the form that is whoever leads the group."""
    if draft.place is None:
        raise Refusal(Why.GONE)
    starts_at = drafting.starts_at(row, draft.zone)
    return Wanted(
        kind=row.kind,
        stage=row.stage,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=draft.minutes),
        wall_time=f"{row.day.isoformat()}T{row.at.isoformat()}",
        zone=draft.zone,
        place=draft.place,
        address=draft.address,
        topic=row.topic,
        aim=row.aim,
        goals=row.goals,
        preparation="",
        homework="",
        documents=row.documents,
        responsible="",
    )
