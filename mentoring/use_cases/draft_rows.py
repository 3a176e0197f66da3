"""One row of a proposed plan gets another day, time or topic, or is left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

from mentoring import drafted_words, drafting, topics, zones
from mentoring.acting import Acting
from mentoring.drafted_plans import DraftStep
from mentoring.plan_readings import PlanReadingId
from mentoring.refusals import Refusal, Why
from mentoring.said_days import Asked, Reading, doubted, said
from mentoring.topics import LONGEST_TOPIC
from mentoring.use_cases import draft_cards
from mentoring.use_cases.draft_cards import draft_of, ground_of, show
from mentoring.use_cases.plan_drafts import own_running, with_draft

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.drafted_plans import DraftRow
    from mentoring.people import Person
    from mentoring.plan_readings import PlanReading
    from mentoring.ports import Record
    from mentoring.topics import Topic

_ASKED = {DraftStep.ROW_DAY: Asked.DAY, DraftStep.ROW_TIME: Asked.TIME}


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeRow:
    """One answer about the row of this key: exactly one of these. `month` only turns the calendar's page."""

    by: Acting
    reading_id: PlanReadingId
    row: int
    month: date | None = None
    day: date | None = None
    at: time | None = None
    topic: int | None = None
    out: bool = False


def change_row(record: Record, command: ChangeRow, now: datetime) -> None:
    person, reading = own_running(record, command.by, command.reading_id)
    row = _row(reading, command.row)
    match command:
        case ChangeRow(month=date() as month):
            reading = _at(record, reading, row, DraftStep.ROW_DAY)
            shown = draft_cards.one_row(record, reading, now, month=month)
            draft_cards.ask(record, command.by, person, reading, shown, now=now)
        case ChangeRow(out=True):
            _leave_out(record, command.by, person, reading, row, now=now)
        case ChangeRow(topic=int() as key):
            topic = next((one for one in ground_of(record, reading).catalogue if one.key == key), None)
            if topic is None:
                raise Refusal(Why.GONE)
            show(record, command.by, person, _with_topic(record, reading, row, topic), now)
        case _:
            moved = replace(row, day=command.day or row.day, at=command.at or row.at)
            if doubted(Reading(day=moved.day, at=moved.at), zones.wall(now, draft_of(reading).zone)) is not None:
                raise Refusal(Why.TOO_LATE)
            show(record, command.by, person, _changed(record, reading, moved), now)


def _row(reading: PlanReading, key: int) -> DraftRow:
    row = draft_of(reading).row_of(key)
    if row is None:
        raise Refusal(Why.ALREADY_DONE)
    return row


def _at(record: Record, reading: PlanReading, row: DraftRow, step: DraftStep) -> PlanReading:
    return with_draft(record, reading, replace(draft_of(reading), row=row.key, step=step))


def _changed(record: Record, reading: PlanReading, row: DraftRow) -> PlanReading:
    """Read back on its own card."""
    draft = draft_of(reading)
    rows = drafting.in_order([row if one.key == row.key else one for one in draft.rows])
    return with_draft(record, reading, replace(draft, rows=rows, row=row.key, step=DraftStep.ROW, anew=False))


def _with_topic(record: Record, reading: PlanReading, row: DraftRow, topic: Topic) -> PlanReading:
    """What was expected of the other topic goes with it, and the kind of session follows."""
    language = ground_of(record, reading).group.language
    kind, words = drafting.kind_about(row.kind, topic), topic.said(language)
    aim = drafted_words.result(kind, words, language)
    return _changed(record, reading, replace(row, kind=kind, topic=words, aim=aim))


def _leave_out(
    record: Record, by: Acting, person: Person, reading: PlanReading, row: DraftRow, *, now: datetime
) -> None:
    draft = draft_of(reading)
    rows = tuple(one for one in draft.rows if one.key != row.key)
    after = with_draft(record, reading, replace(draft, rows=rows, row=0, step=DraftStep.WHOLE, anew=False))
    show(record, by, person, after, now)


def typed(record: Record, by: Acting, person: Person, reading: PlanReading, words: str, *, now: datetime) -> None:
    """A day, a time or both; a topic where that was asked."""
    draft = draft_of(reading)
    row = _row(reading, draft.row)
    if draft.step is DraftStep.ROW_TOPIC:
        topic = topics.known(words[:LONGEST_TOPIC], ground_of(record, reading).catalogue)
        return show(record, by, person, _with_topic(record, reading, row, topic), now)
    local = zones.wall(now, draft.zone)
    found = said(words, local, asked=_ASKED.get(draft.step, Asked.EITHER), day=row.day)
    meant = found.understood
    if meant is not None:
        moved = replace(row, day=meant.day or row.day, at=meant.at or row.at)
        if doubted(Reading(day=moved.day, at=moved.at), local) is None:
            return show(record, by, person, _changed(record, reading, moved), now)
    shown = draft_cards.one_row(record, reading, now, said=found)
    return draft_cards.ask(record, by, person, reading, shown, now=now)
