"""Rows as the domain's frozen values: a table's columns carry the names of its value's fields."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Insert, Table, Update, bindparam, insert, update

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Select

ValueT = TypeVar("ValueT")


class NoSuchRowError(LookupError):
    """A row that another row points to is missing."""


def one_of(
    kind: type[ValueT], connection: Connection, query: Select[*tuple[object, ...]], **values: object
) -> ValueT | None:
    row = connection.execute(query, values).mappings().first()
    return None if row is None else kind(**row)


def all_of(
    kind: type[ValueT], connection: Connection, query: Select[*tuple[object, ...]], **values: object
) -> Sequence[ValueT]:
    return [kind(**row) for row in connection.execute(query, values).mappings()]


def required(value: ValueT | None) -> ValueT:
    if value is None:
        raise NoSuchRowError
    return value


def added(kind: Callable[..., ValueT], connection: Connection, table: Table, /, **values: object) -> ValueT:
    """The new row as a value, with the number that the database gave it."""
    key = connection.execute(_insert(table), values).inserted_primary_key
    return kind(id=required(key)[0], **values)


def changed(connection: Connection, table: Table, value: object) -> None:
    """Writes every field of `value` to the row of its id."""
    fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}  # type: ignore[arg-type]
    connection.execute(_update(table), {"row_id": fields.pop("id"), **fields})


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _update(table: Table) -> Update:
    values: dict[str, object] = {column.name: bindparam(column.name) for column in table.columns if column.name != "id"}
    return update(table).where(table.c.id == bindparam("row_id")).values(values)
