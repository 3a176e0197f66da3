"""Session plans that were sent wait as they were understood, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest

from mentoring.drafted_plans import DraftedPlan, DraftRow, DraftStep
from mentoring.people import Language
from mentoring.plan_readings import ReadingState
from mentoring.plan_rows import Column, Written, WrittenPlan, WrittenRow
from mentoring.rhythm import Often
from mentoring.rules import Rules
from mentoring.sessions import Place, SessionKind, Stage
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.people import Person
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PLAN = WrittenPlan(
    found=True,
    columns=(Column.DATE, Column.HOURS),
    rows=(
        WrittenRow(cells={Column.DATE: Written(text="5.12 „скоро“", struck="3.12"), Column.HOURS: Written(sure=True)}),
        WrittenRow(cells={}, left_out=True),
    ),
    left_out=("ваканция",),
    unread_columns=("Време",),
    pictures=2,
    record_ids=("K7Q2MXK",),
)


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.begin() as connection:
        yield SqlRecord(connection, NOW, Rules())


def maria(record: SqlRecord) -> Person:
    return record.people.add(telegram_id=7, name="Мария", language=Language.BG, zone="Europe/Sofia", now=NOW)


def test_a_plan_comes_back_as_it_was_read_and_only_once(record: SqlRecord) -> None:
    person = maria(record)
    reading = record.plan_readings.add(
        person_id=person.id, group_id=None, file_id="f", file_name="План.docx", plan=PLAN
    )

    assert record.plan_readings.by_id(reading.id) == reading
    assert (reading.plan, reading.sent_at, reading.state) == (PLAN, NOW, ReadingState.OPEN)
    assert record.plan_readings.open_of(person.id) == [reading]

    confirmed = replace(reading, state=ReadingState.CONFIRMED, plan=replace(PLAN, rows=()))
    assert record.plan_readings.change(reading, confirmed)
    assert not record.plan_readings.change(reading, replace(reading, state=ReadingState.DROPPED))
    assert record.plan_readings.by_id(reading.id) == confirmed
    assert record.plan_readings.open_of(person.id) == []


def test_a_proposed_plan_comes_back_with_all_that_was_chosen(record: SqlRecord) -> None:
    person = maria(record)
    row = DraftRow(
        key=3,
        day=date(2026, 12, 1),
        at=time(18, 30),
        kind=SessionKind.MONITORING,
        stage=Stage.MID_TERM,
        topic="Докъде стигнахме",
        goals="Работа\nCV",
    )
    draft = DraftedPlan(
        zone="Europe/Sofia",
        step=DraftStep.ROW,
        weekdays=(1, 3),
        at=time(18),
        often=Often.FORTNIGHTLY,
        place=Place.VIDEO,
        topics=("CV",),
        rows=(row,),
        row=3,
    )

    reading = record.plan_readings.add(
        person_id=person.id, group_id=None, file_id="", file_name="", plan=WrittenPlan(drafted=draft)
    )

    kept = record.plan_readings.by_id(reading.id)
    assert kept is not None
    assert kept.plan.drafted == draft


def test_of_somebody_who_was_erased_nothing_is_read(record: SqlRecord) -> None:
    person = maria(record)
    reading = record.plan_readings.add(
        person_id=person.id, group_id=None, file_id="f", file_name="План.docx", plan=PLAN
    )
    record.erasing.erase(person.id, name="former", now=NOW)

    kept = record.plan_readings.by_id(reading.id)

    assert kept is not None
    assert (kept.plan, kept.file_name) == (WrittenPlan(), "")
