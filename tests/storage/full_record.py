"""Some rows in every table there is, made from the columns alone, so that a new table is covered from its first day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Boolean, Date, Text, insert, select

from storage.archive import tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Column, Row

    from storage.engine import Database

ROWS = 3


def fill(database: Database) -> None:
    with database.writing.begin() as connection:
        for table in tables_of(connection):
            rows = [{column.name: _value(column, n) for column in table.columns} for n in range(1, ROWS + 1)]
            connection.execute(insert(table), rows)


def rows_of(database: Database) -> Mapping[str, Sequence[Row[tuple[object, ...]]]]:
    with database.writing.connect() as connection:
        return {
            table.name: connection.execute(select(table).order_by(*table.primary_key)).all()
            for table in tables_of(connection)
        }


def _value(column: Column[object], n: int) -> object:
    if column.nullable and n == ROWS:
        return None
    match column.type:
        case Text():
            return f'Седмица {n}\n"\\'
        case Boolean():
            return n % 2 == 0
        case Date():
            return date(2026, 2, 27) + timedelta(days=n)
        case BigInteger() if not (column.primary_key or column.foreign_keys):
            return n - 2**62
        case _:
            return n
