"""Rows as the domain's frozen values: a table's columns carry the names of its value's fields."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast

from sqlalchemy import Table, bindparam, insert, update

from storage.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection, Select

    from storage.statements import Row

ValueT = TypeVar("ValueT")


class NoSuchRowError(LookupError):
    """A row that another row points to is missing."""


def one_of(
    kind: type[ValueT], connection: Connection, query: Select[*tuple[object, ...]], **values: object
) -> ValueT | None:
    return next(iter(all_of(kind, connection, query, **values)), None)


def all_of(
    kind: type[ValueT], connection: Connection, query: Select[*tuple[object, ...]], **values: object
) -> Sequence[ValueT]:
    statement = _reading(query)
    return [valued(kind, statement, row) for row in statement.rows(connection, values)]


def valued(kind: type[ValueT], statement: Statement, row: Row) -> ValueT:
    return kind(**dict(zip(statement.columns, row, strict=True)))


def required(value: ValueT | None) -> ValueT:
    if value is None:
        raise NoSuchRowError
    return value


def added(kind: Callable[..., ValueT], connection: Connection, table: Table, /, **values: object) -> ValueT:
    """The new row as a value, with the number that the database gave it."""
    return kind(id=inserted(connection, table, values), **values)


def inserted(connection: Connection, table: Table, row: Mapping[str, object]) -> int:
    """The number that the database gave it."""
    [(key,)] = _adding(table).rows(connection, row)
    return cast("int", key)


def changed(connection: Connection, table: Table, value: object) -> None:
    """Writes every field of `value` to the row of its id."""
    row = fields_of(value)
    _changing(table).run(connection, {"row_id": row.pop("id"), **row})


def fields_of(value: object) -> dict[str, object]:
    """As `asdict`, which copies deeply and takes twenty times as long."""
    return {name: getattr(value, name) for name in _names(type(value))}  # type: ignore[arg-type]  # a class is hashable


@cache
def _names(kind: type[object]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))  # type: ignore[arg-type]


@cache
def _reading(query: Select[*tuple[object, ...]]) -> Statement:
    """Queries are constants of their modules, so there are as many of these as there are queries in the code."""
    return Statement(query)


@cache
def _adding(table: Table) -> Statement:
    return Statement(insert(table).returning(table.c.id))


@cache
def _changing(table: Table) -> Statement:
    values: dict[str, object] = {column.name: bindparam(column.name) for column in table.columns if column.name != "id"}
    return Statement(update(table).where(table.c.id == bindparam("row_id")).values(values))
