from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Column, MetaData, Table, insert, literal_column, select
from sqlalchemy.exc import StatementError

import storage.tables
from storage.schema import Instant, Key, Word, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from storage.engine import Database


REGISTERED = storage.tables.__all__


class Mood(StrEnum):
    CALM = "calm"
    BUSY = "busy"


moments = Table(
    "moments",
    MetaData(),
    Column("id", Key, primary_key=True),
    Column("at", Instant),
    Column("mood", Word(Mood)),
)

NOON = datetime(2026, 7, 1, 12, 0, 0, 123_456, tzinfo=UTC)
EARLY = datetime(1, 1, 1, tzinfo=UTC)
LATE = datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.connect() as connection:
        moments.create(connection)
        yield connection
        connection.rollback()


@pytest.mark.parametrize("at", [NOON, EARLY, LATE, None])
def test_an_instant_comes_back_as_it_was(connection: Connection, at: datetime | None) -> None:
    connection.execute(insert(moments).values(at=at))
    assert connection.execute(select(moments.c.at)).scalar_one() == at


def test_an_instant_comes_back_in_utc_wherever_it_was_said(connection: Connection) -> None:
    connection.execute(insert(moments).values(at=NOON.astimezone(timezone(timedelta(hours=3)))))
    at = connection.execute(select(moments.c.at)).scalar_one()
    assert (at, at.tzinfo) == (NOON, UTC)


def test_a_time_of_no_zone_is_refused(connection: Connection) -> None:
    with pytest.raises(StatementError, match="naive"):
        connection.execute(insert(moments).values(at=NOON.replace(tzinfo=None)))


def test_instants_compare_in_the_database(connection: Connection) -> None:
    instants = [LATE, EARLY, NOON]
    connection.execute(insert(moments), [{"at": at} for at in instants])
    assert connection.scalars(select(moments.c.at).order_by(moments.c.at)).all() == sorted(instants)
    assert connection.scalars(select(moments.c.at).where(moments.c.at < NOON)).all() == [EARLY]


def test_a_word_is_kept_as_its_text(connection: Connection) -> None:
    connection.execute(insert(moments).values(mood=Mood.BUSY))
    assert connection.execute(select(moments.c.mood, literal_column("mood"))).one() == (Mood.BUSY, "busy")


def test_rows_are_counted_up_on_their_own(connection: Connection) -> None:
    for _ in range(2):
        connection.execute(insert(moments).values(at=NOON))
    assert connection.scalars(select(moments.c.id).order_by(moments.c.id)).all() == [1, 2]


_DEFINITIONS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()",
}


def test_an_index_of_some_rows_is_one_on_every_engine(empty_database: Database) -> None:
    partial = {
        index.name
        for table in metadata.tables.values()
        for index in table.indexes
        if index.info.get("where") is not None
    }
    with empty_database.writing.begin() as connection:
        metadata.create_all(connection)
        made = connection.exec_driver_sql(_DEFINITIONS[empty_database.dialect]).all()

    assert "ix_appointments_due_at_pending" in partial
    assert {name for name, definition in made if " WHERE " in definition} == partial
