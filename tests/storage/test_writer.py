from __future__ import annotations

import asyncio
import sqlite3
import threading
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError, ProgrammingError

from storage.errors import StorageUnavailable, WriterStopped
from storage.writer import UNITS_PER_COMMIT, Writer
from tests.storage.notes import PATIENT, Mistake, add, add_and_fail, notes, read, stored

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.engine import Database
    from storage.writer import Unit, WriterPoint


class Gate:
    """A unit that keeps the writer busy until the test opens it, so that what comes meanwhile shares a commit."""

    def __init__(self) -> None:
        self._entered, self._open = threading.Event(), threading.Event()

    def __call__(self, _connection: Connection) -> None:
        self._entered.set()
        assert self._open.wait(10)

    async def entered(self) -> None:
        assert await asyncio.to_thread(self._entered.wait, 10)

    def open(self) -> None:
        self._open.set()


async def together(writer: Writer, *units: Unit[object]) -> list[object]:
    """Their results or failures, all handed in while the writer was busy."""
    gate = Gate()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(writer.change(gate))
        await gate.entered()
        answers = asyncio.gather(*(writer.change(unit) for unit in units), return_exceptions=True)
        await asyncio.sleep(0)
        gate.open()
        return list(await answers)


def lose_the_database(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
    connection.exec_driver_sql("PRAGMA max_page_count = 1")
    connection.exec_driver_sql("CREATE TABLE too_much (id INTEGER)")


def a_disk_error(connection: Connection) -> Exception:
    if connection.dialect.name == "postgresql":
        return psycopg.errors.IoError("could not write")
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    return error


async def test_a_change_returns_what_its_unit_returned(writer: Writer, with_notes: Database) -> None:
    assert await writer.change(add("one")) == "one"
    await writer.stop()
    assert stored(with_notes) == ["one"]


async def test_a_failing_unit_alone_is_undone(writer: Writer) -> None:
    with pytest.raises(Mistake):
        await writer.change(add_and_fail("one"))
    assert await writer.change(read) == []


async def test_among_others_a_failing_unit_undoes_itself_only(writer: Writer) -> None:
    answers = await together(writer, add("one"), add_and_fail("two"), read, add("three"))
    assert [type(answer) for answer in answers] == [str, Mistake, list, str]
    assert answers[2] == ["one"]
    assert await writer.change(read) == ["one", "three"]


async def test_what_the_database_refuses_fails_alone_too(writer: Writer) -> None:
    answers = await together(writer, add("one"), add("one"), add("two"))
    assert [type(answer) for answer in answers] == [str, IntegrityError, str]
    assert await writer.change(read) == ["one", "two"]


async def test_a_value_that_no_column_takes_fails_alone_too(writer: Writer) -> None:
    def unit(connection: Connection) -> None:
        connection.execute(insert(notes), {"text": {}})

    answers = await together(writer, add("one"), unit, add("two"))
    assert [type(answer) for answer in answers] == [str, ProgrammingError, str]
    assert await writer.change(read) == ["one", "two"]


async def test_units_are_applied_in_the_order_they_were_asked_for(writer: Writer) -> None:
    texts = [f"{number:03}" for number in range(100)]
    await asyncio.gather(*(writer.change(add(text)) for text in texts))
    assert await writer.change(read) == texts


async def test_what_waits_together_is_committed_together_up_to_a_limit(with_notes: Database) -> None:
    points: list[WriterPoint] = []
    writer = Writer(database=with_notes, reached=points.append, seconds_per_commit=PATIENT)
    writer.start()
    await together(writer, *(add(str(number)) for number in range(UNITS_PER_COMMIT + 1)))
    await writer.stop()
    commits_for_the_gate, commits_for_the_rest = 1, 2
    assert points.count("unit_before_commit") == points.count("unit_committed")
    assert points.count("unit_committed") == commits_for_the_gate + commits_for_the_rest


async def test_a_unit_that_takes_too_long_does_not_hold_the_others_answers(with_notes: Database) -> None:
    points: list[WriterPoint] = []
    writer = Writer(database=with_notes, reached=points.append, seconds_per_commit=0.0)
    writer.start()
    await together(writer, add("one"), add("two"), add("three"))
    await writer.stop()
    assert points.count("unit_committed") == 4


async def test_a_lost_database_confirms_nothing_and_comes_back(writer: Writer) -> None:
    answers = await together(writer, add("one"), lose_the_database, add("two"))
    assert [type(answer) for answer in answers] == [StorageUnavailable] * 3
    assert await writer.change(add("three")) == "three"
    assert await writer.change(read) == ["three"]


async def test_whoever_keeps_a_cursor_of_the_lost_connection_does_not_lock_the_next_one_out(writer: Writer) -> None:
    kept: list[object] = []

    def unit(connection: Connection) -> None:
        connection.execute(insert(notes).values(text="one"))
        cursor = connection.connection.cursor()
        cursor.execute("SELECT text FROM notes UNION ALL SELECT 'two'")
        kept.append(cursor)
        raise a_disk_error(connection)

    assert [type(answer) for answer in await together(writer, unit)] == [StorageUnavailable]
    assert await writer.change(add("three")) == "three"
    assert await writer.change(read) == ["three"]


async def test_a_caller_who_gave_up_does_not_stop_the_change(writer: Writer) -> None:
    gate = Gate()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(writer.change(gate))
        await gate.entered()
        impatient = tasks.create_task(writer.change(add("one")))
        await asyncio.sleep(0)
        impatient.cancel()
        gate.open()
    assert await writer.change(read) == ["one"]


async def test_stopping_finishes_what_waits_and_takes_nothing_more(writer: Writer, with_notes: Database) -> None:
    waiting = asyncio.gather(*(writer.change(add(str(number))) for number in range(20)))
    await asyncio.sleep(0)
    await writer.stop()
    assert len(await waiting) == 20
    with pytest.raises(WriterStopped):
        await writer.change(add("late"))
    assert len(stored(with_notes)) == 20


async def test_a_unit_may_raise_what_a_future_cannot_carry(writer: Writer) -> None:
    def unit(_connection: Connection) -> None:
        next(iter(()))

    answers = await together(writer, unit, add("one"))
    assert [type(answer) for answer in answers] == [RuntimeError, str]


def test_the_command_line_changes_without_a_loop(with_notes: Database) -> None:
    writer = Writer(database=with_notes)
    assert writer.run(add("one")) == "one"
    with pytest.raises(Mistake):
        writer.run(add_and_fail("two"))
    assert stored(with_notes) == ["one"]
