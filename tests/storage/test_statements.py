"""A statement must mean the same the first time, when SQLAlchemy runs it, and ever after."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    MetaData,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from storage.schema import Instant, Key, Word
from storage.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from storage.engine import Database


class Mood(StrEnum):
    CALM = "calm"
    BUSY = "busy"


days = Table(
    "days",
    MetaData(),
    Column("id", Key, primary_key=True),
    Column("on_day", Date, unique=True),
    Column("at", Instant),
    Column("mood", Word(Mood), nullable=False),
    Column("is_free", Boolean),
    Column("chat_id", BigInteger),
    Column("text", Text),
)

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FULL = {
    "on_day": MONDAY,
    "at": NOON,
    "mood": Mood.BUSY,
    "is_free": True,
    "chat_id": -(2**62),
    "text": "100 % :so? 'да'",
}
TWICE = range(2)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.connect() as connection:
        days.create(connection)
        connection.execute(insert(days), FULL)
        yield connection
        connection.rollback()


def test_rows_come_back_with_the_types_of_their_columns(connection: Connection) -> None:
    everything = Statement(select(days).where(days.c.on_day == bindparam("day")))
    for _ in TWICE:
        assert everything.rows(connection, {"day": MONDAY}) == [(1, *FULL.values())]
        assert everything.rows(connection, {"day": TUESDAY}) == []


def test_nothing_comes_back_as_nothing(connection: Connection) -> None:
    add = Statement(insert(days).returning(days.c.at, days.c.is_free, days.c.text))
    for _ in TWICE:
        assert add.rows(connection, {"mood": Mood.CALM, "at": None}) == [(None, None, None)]


def test_an_insert_may_name_other_columns_each_time(connection: Connection) -> None:
    add = Statement(insert(days).returning(days.c.id))
    for number in TWICE:
        assert add.rows(connection, {"mood": Mood.CALM}) == [(2 + 2 * number,)]
        assert add.rows(connection, {"mood": Mood.CALM, "text": "x"}) == [(3 + 2 * number,)]


def test_values_written_into_a_statement_stay(connection: Connection) -> None:
    calm_down = Statement(
        update(days).where(and_(days.c.mood == Mood.BUSY, days.c.id == bindparam("key"))).values(mood=Mood.CALM)
    )
    get_busy = Statement(update(days).where(days.c.id == bindparam("key")).values(mood=Mood.BUSY))
    for _ in TWICE:
        assert calm_down.run(connection, {"key": 1}) == 1
        assert calm_down.run(connection, {"key": 1}) == 0
        assert get_busy.run(connection, {"key": 1}) == 1


def test_statements_that_differ_only_in_such_a_value_are_not_taken_for_each_other(connection: Connection) -> None:
    key = days.c.id == bindparam("key")
    get_busy, calm_down = (Statement(update(days).where(key).values(mood=mood)) for mood in (Mood.BUSY, Mood.CALM))
    moods = Statement(select(days.c.mood))
    for _ in TWICE:
        get_busy.run(connection, {"key": 1})
        assert moods.rows(connection, {}) == [(Mood.BUSY,)]
        calm_down.run(connection, {"key": 1})
        assert moods.rows(connection, {}) == [(Mood.CALM,)]


def test_what_is_written_out_for_an_index_stays(connection: Connection) -> None:
    is_busy = days.c.mood == bindparam("busy", Mood.BUSY, literal_execute=True)
    count = Statement(select(func.count()).select_from(days).where(is_busy, days.c.at <= bindparam("now")))
    for _ in TWICE:
        assert count.rows(connection, {"now": NOON}) == [(1,)]


def test_lists_may_have_any_length(connection: Connection) -> None:
    of_days = Statement(select(days.c.id).where(days.c.on_day.in_(bindparam("days", expanding=True))))
    for _ in TWICE:
        assert of_days.rows(connection, {"days": [MONDAY, TUESDAY]}) == [(1,)]
        assert of_days.rows(connection, {"days": []}) == []


def test_what_is_deleted_is_counted(connection: Connection) -> None:
    forget = Statement(delete(days).where(days.c.on_day == bindparam("day")))
    for _ in TWICE:
        connection.execute(insert(days), {"mood": Mood.CALM, "on_day": TUESDAY})
        assert forget.run(connection, {"day": TUESDAY}) == 1


def test_many_rows_are_written_like_one(connection: Connection) -> None:
    add, days_of = Statement(insert(days)), Statement(select(days.c.on_day, days.c.mood).where(days.c.text == "many"))
    rows = [{"mood": mood, "on_day": day, "text": "many"} for mood, day in ((Mood.CALM, TUESDAY), (Mood.BUSY, None))]
    for _ in TWICE:
        add.run_all(connection, rows)
        add.run_all(connection, [])
        assert days_of.rows(connection, {}) == [(TUESDAY, Mood.CALM), (None, Mood.BUSY)]
        connection.execute(delete(days).where(days.c.text == "many"))


def test_many_rows_are_refused_like_one(connection: Connection) -> None:
    add = Statement(insert(days))
    for _ in TWICE:
        savepoint = connection.begin_nested()
        with pytest.raises(IntegrityError) as refused:
            add.run_all(connection, [{**FULL, "on_day": TUESDAY}, {**FULL, "text": "my diary"}])
        assert "my diary" not in str(refused.value)
        savepoint.rollback()


def test_refusals_are_sqlalchemys_own_and_keep_peoples_words(connection: Connection) -> None:
    add = Statement(insert(days))
    for _ in TWICE:
        savepoint = connection.begin_nested()
        with pytest.raises(IntegrityError) as refused:
            add.run(connection, {**FULL, "text": "my diary"})
        assert "my diary" not in str(refused.value)
        savepoint.rollback()
        add.run(connection, {"mood": Mood.CALM, "text": "warm"})


def test_it_begins_a_transaction_as_sqlalchemy_does(database: Database) -> None:
    count = Statement(select(func.count()).select_from(days))
    add = Statement(insert(days))
    days.create(database.writing)
    try:
        for _ in TWICE:
            with database.writing.connect() as connection:
                add.run(connection, {"mood": Mood.CALM})
                assert connection.in_transaction()
                assert count.rows(connection, {}) == [(1,)]
    finally:
        days.drop(database.writing)
