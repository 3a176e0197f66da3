"""The tables' common ground: one MetaData, and column types that mean the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import BigInteger, Index, Integer, MetaData, Text, event
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Column, ColumnElement, Connection, Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: Where an index keeps which rows are in it.
_WHERE = "where"


def index_some(name: str, *columns: Column[Any], where: ColumnElement[bool]) -> None:
    """An index of some rows only. Each engine has its own word for that, and to use one loads all of that engine."""
    Index(name, *columns, info={_WHERE: where})


def word_partial_indexes(*dialects: str) -> None:
    """Before these engines are told of the indexes."""
    for index in (index for table in metadata.tables.values() for index in table.indexes if _WHERE in index.info):
        for dialect in dialects:
            index.dialect_kwargs[f"{dialect}_where"] = index.info[_WHERE]


@event.listens_for(metadata, "before_create")
def _word_partial_indexes(_target: MetaData, connection: Connection, **_: object) -> None:
    word_partial_indexes(connection.dialect.name)


#: A row's own number: 64 bits; SQLite counts up by itself only for its INTEGER.
Key = BigInteger().with_variant(Integer, "sqlite")

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
EnumT = TypeVar("EnumT", bound=StrEnum)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as microseconds since 1970 UTC: one integer compares alike everywhere.

    A naive datetime raises TypeError.
    """

    impl = BigInteger
    cache_ok = True

    # Not `process_bind_param` and `process_result_value`: those are called through another function for every value.
    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], int | None]:
        return lambda value: None if value is None else (value - EPOCH) // MICROSECOND

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[int | None], datetime | None]:
        return lambda value: None if value is None else EPOCH + value * MICROSECOND


class Word(TypeDecorator[EnumT]):
    """A StrEnum, kept as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[EnumT]) -> None:
        super().__init__()
        self.kind = kind
        self._values: dict[EnumT | None, str | None] = {None: None, **{word: word.value for word in kind}}
        self._words: dict[str | None, EnumT | None] = {None: None, **{word.value: word for word in kind}}

    # As above; looking up is done without calling Python at all.
    def bind_processor(self, dialect: Dialect) -> Callable[[EnumT | None], str | None]:
        return self._values.__getitem__

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], EnumT | None]:
        return self._words.__getitem__


class Several(TypeDecorator[tuple[EnumT, ...]]):
    """Members of a StrEnum in their order, kept as their values with commas between; NULL and empty mean none."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[EnumT]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: tuple[EnumT, ...] | None, dialect: Dialect) -> str:
        return ",".join(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[EnumT, ...]:
        return tuple(self.kind(word) for word in (value or "").split(",") if word)


class WallTime(TypeDecorator[time]):
    """A time of day without a zone, kept as "21:00"."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="minutes")

    def process_result_value(self, value: str | None, dialect: Dialect) -> time | None:
        return None if value is None else time.fromisoformat(value)
