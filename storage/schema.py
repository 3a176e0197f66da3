"""The tables' common ground: one MetaData, and column types that mean the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import BigInteger, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

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

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else EPOCH + value * MICROSECOND


class Word(TypeDecorator[EnumT]):
    """A StrEnum, kept as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[EnumT]) -> None:
        super().__init__()
        self.kind = kind
        self._words = {word.value: word for word in kind}

    def process_bind_param(self, value: EnumT | None, dialect: Dialect) -> str | None:
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> EnumT | None:
        return None if value is None else self._words[value]


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
