"""The schedule's promises, on every engine: planned once, claimed once, nothing missed and nothing stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from mentoring.notices import Address, Delivery
from mentoring.notices.common import Stranger
from mentoring.people import Language
from mentoring.rules import Rules
from mentoring.schedule import IN_BULK, ONE_BY_ONE, Appointment, DueKind
from storage import schedule
from storage.record import SqlRecord
from storage.tables.outbox import outbox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.begin() as connection:
        yield connection


@pytest.fixture
def record(connection: Connection) -> SqlRecord:
    return SqlRecord(connection, NOW, Rules())


def appointment(occurrence: str, *, minutes: int = 0, subject: int = 1, lasts: int = 60) -> Appointment:
    due = NOW + timedelta(minutes=minutes)
    return Appointment(
        kind=DueKind.SESSION_REMINDER,
        subject_id=subject,
        person_id=None,
        occurrence=occurrence,
        due_at=due,
        wall_time="2026-11-23T11:00",
        zone="Europe/Sofia",
        expires_at=due + timedelta(minutes=lasts),
    )


def claimed(record: SqlRecord, now: datetime, at_most: int = 100) -> list[str]:
    return [due.occurrence for due in record.schedule.claim(now, at_most=at_most).dues]


def test_what_is_due_is_claimed_once_and_oldest_first(record: SqlRecord) -> None:
    record.schedule.plan([appointment("b", minutes=-1), appointment("a", minutes=-2), appointment("later", minutes=1)])

    assert claimed(record, NOW) == ["a", "b"]
    assert claimed(record, NOW) == []
    assert claimed(record, NOW + timedelta(minutes=1)) == ["later"]


def test_planning_the_same_occurrence_again_changes_nothing_even_after_it_was_done(record: SqlRecord) -> None:
    record.schedule.plan([appointment("once")])
    assert claimed(record, NOW) == ["once"]

    record.schedule.plan([appointment("once", minutes=5), appointment("once", minutes=6)])

    assert claimed(record, NOW + timedelta(hours=1)) == []


def test_a_clock_that_was_set_back_repeats_nothing(record: SqlRecord) -> None:
    record.schedule.plan([appointment("first"), appointment("second", minutes=30)])
    assert claimed(record, NOW + timedelta(minutes=30)) == ["first", "second"]

    assert claimed(record, NOW - timedelta(hours=2)) == []
    assert claimed(record, NOW + timedelta(hours=2)) == []


def test_what_has_gone_stale_is_claimed_but_not_done(record: SqlRecord) -> None:
    record.schedule.plan([appointment("stale", lasts=10), appointment("fresh", lasts=120)])

    claim = record.schedule.claim(NOW + timedelta(minutes=10), at_most=100)

    assert [due.occurrence for due in claim.dues] == ["fresh"]
    assert claim.any
    assert not record.schedule.claim(NOW + timedelta(minutes=10), at_most=100).any


def test_cancelling_takes_only_what_is_pending_of_that_subject(record: SqlRecord) -> None:
    record.schedule.plan([appointment("gone"), appointment("other", subject=2)])

    record.schedule.cancel(DueKind.SESSION_REMINDER, 1)

    assert claimed(record, NOW) == ["other"]


def test_no_more_than_asked_for_are_claimed_at_once(record: SqlRecord) -> None:
    record.schedule.plan([appointment(str(number)) for number in range(5)])

    assert [len(claimed(record, NOW, at_most=2)) for _ in range(4)] == [2, 2, 1, 0]


def test_some_kinds_can_be_claimed_without_the_others(record: SqlRecord) -> None:
    digest = replace(appointment("digest", minutes=-5), kind=DueKind.DIGEST)
    record.schedule.plan([digest, appointment("reminder")])

    claims = [record.schedule.claim(NOW, at_most=9, kinds=kinds) for kinds in (IN_BULK, IN_BULK, ONE_BY_ONE)]

    assert [[due.occurrence for due in claim.dues] for claim in claims] == [["reminder"], [], ["digest"]]


def test_many_told_at_once_are_told_once_each(record: SqlRecord, connection: Connection) -> None:
    address = Address(chat_id=7, language=Language.EN, zone="UTC")
    told = [(address, Stranger(), Delivery(once=f"key {number}")) for number in (1, 2, 3)]

    record.notices.tell_many(told)
    record.notices.tell_many(told)

    assert connection.scalar(select(func.count()).select_from(outbox)) == 3


def test_what_is_long_over_is_forgotten_and_what_is_still_to_come_is_not(record: SqlRecord) -> None:
    record.schedule.plan([appointment("done"), appointment("too late", lasts=-1), appointment("open", minutes=1)])
    assert claimed(record, NOW) == ["done"]
    record.schedule.plan([appointment("cancelled", subject=2)])
    record.schedule.cancel(DueKind.SESSION_REMINDER, 2)

    assert schedule.prune(record.connection, NOW, limit=9) == 0
    later = NOW + timedelta(minutes=2)
    assert [schedule.prune(record.connection, later, limit=2) for _ in range(3)] == [2, 1, 0]
    assert claimed(record, later) == ["open"]


@pytest.mark.parametrize("kinds", [IN_BULK, ONE_BY_ONE, IN_BULK | ONE_BY_ONE], ids=["in bulk", "one by one", "any"])
def test_what_is_due_is_found_by_its_time_however_much_is_planned(
    record: SqlRecord, connection: Connection, kinds: frozenset[DueKind]
) -> None:
    if connection.dialect.name != "sqlite":
        pytest.skip("PostgreSQL plans by what it knows of the rows")
    asked: list[str] = []
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.set_trace_callback(asked.append)
    record.schedule.claim(NOW, at_most=9, kinds=kinds)
    driver.set_trace_callback(None)

    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[-1]}").all()
    assert any("ix_appointments_due_at_pending (due_at<?)" in step[3] for step in plan)
