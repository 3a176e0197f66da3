"""What is one's own, on every engine: appointments that follow their person, and news that is kept until its hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.bundles import Matter, Piece
from mentoring.people import Language, Person, Reachability
from mentoring.rules import Rules
from mentoring.schedule import Appointment, DueKind
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
REMINDER = DueKind.SESSION_REMINDER


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.begin() as connection:
        yield SqlRecord(connection, NOW, Rules())


@pytest.fixture
def vera(record: SqlRecord) -> Person:
    return record.people.add(telegram_id=1, name="Vera", language=Language.EN, zone="UTC", now=NOW)


def appointment(person: Person, occurrence: str, minutes: int, *, subject: int = 1) -> Appointment:
    due = NOW + timedelta(minutes=minutes)
    return Appointment(
        kind=REMINDER,
        subject_id=subject,
        person_id=person.id,
        occurrence=occurrence,
        due_at=due,
        wall_time="2026-11-23T11:00",
        zone="UTC",
        expires_at=due + timedelta(hours=1),
    )


def claimed(record: SqlRecord, minutes: int) -> list[str]:
    return [due.occurrence for due in record.schedule.claim(NOW + timedelta(minutes=minutes), at_most=100).dues]


def test_what_is_pending_moves_and_what_is_done_stays_done(record: SqlRecord, vera: Person) -> None:
    record.schedule.plan([appointment(vera, "done", -1), appointment(vera, "moves", 30)])
    assert claimed(record, 0) == ["done"]

    wanted = [appointment(vera, "done", 20), appointment(vera, "moves", 90), appointment(vera, "new", 60)]
    record.own_appointments.replan(vera.id, [REMINDER], wanted, NOW, subjects=[1])

    assert claimed(record, 59) == []
    assert claimed(record, 90) == ["new", "moves"]


def test_what_should_have_been_told_is_due_now_unless_it_is_stale(record: SqlRecord, vera: Person) -> None:
    record.schedule.plan([appointment(vera, "late", 30), appointment(vera, "stale", 40)])

    wanted = [appointment(vera, "late", -30), appointment(vera, "stale", -90), appointment(vera, "never", -5)]
    record.own_appointments.replan(vera.id, [REMINDER], wanted, NOW, subjects=[1])

    assert claimed(record, 0) == ["late"]
    assert claimed(record, 600) == []


def test_what_is_no_longer_wanted_goes_and_can_come_back(record: SqlRecord, vera: Person) -> None:
    first, second = appointment(vera, "first", 30), appointment(vera, "second", 31)
    record.schedule.plan([first, second])

    record.own_appointments.replan(vera.id, [REMINDER], [second], NOW, subjects=[1])
    assert claimed(record, 30) == []
    record.own_appointments.replan(vera.id, [REMINDER], [first, second], NOW, subjects=[1])

    assert claimed(record, 31) == ["first", "second"]


def test_what_nobody_wants_any_more_goes_though_nothing_is_wanted_instead(record: SqlRecord, vera: Person) -> None:
    record.schedule.plan([appointment(vera, "first", 30), appointment(vera, "other", 31, subject=2)])

    record.own_appointments.replan(vera.id, [REMINDER], [], NOW, subjects=[1])

    assert claimed(record, 31) == ["other"]


def test_other_people_s_appointments_are_left_alone(record: SqlRecord, vera: Person) -> None:
    ilya = record.people.add(telegram_id=2, name="Ilya", language=Language.EN, zone="UTC", now=NOW)
    record.schedule.plan([appointment(vera, "hers", 30), appointment(ilya, "his", 30)])

    record.own_appointments.replan(vera.id, [REMINDER], [appointment(vera, "hers", 90)], NOW, subjects=[1])

    assert claimed(record, 30) == ["his"]


def test_news_is_kept_once_each_and_taken_once(record: SqlRecord, vera: Person) -> None:
    work, diary = Piece(matter=Matter.REVIEW, subject_id=7), Piece(matter=Matter.DIARY, subject_id=7)
    for piece in (work, diary, work):
        record.bundles.keep(vera.id, piece, NOW)
    record.bundles.keep(vera.id, diary, NOW + timedelta(hours=1))

    assert record.bundles.waiting() == [(vera, NOW)]
    assert record.bundles.take(vera.id) == [work, diary]
    assert record.bundles.take(vera.id) == []
    assert record.bundles.waiting() == []


def test_news_waits_for_whoever_cannot_be_written_to(record: SqlRecord, vera: Person) -> None:
    record.bundles.keep(vera.id, Piece(matter=Matter.REVIEW, subject_id=7), NOW)
    record.people.save(replace(vera, reachability=Reachability.BLOCKED))
    assert record.bundles.waiting() == []

    record.people.save(vera)

    assert [person.id for person, _ in record.bundles.waiting()] == [vera.id]


def test_the_menu_that_was_set_is_remembered(record: SqlRecord, vera: Person) -> None:
    assert record.menus.shown(1) is None
    record.menus.keep(1, "one")
    record.menus.keep(1, "two")

    assert record.menus.shown(1) == "two"
    assert record.menus.count() == 1
    assert record.menus.people(0, 10) == [vera]
    assert record.menus.people(1, 10) == []
