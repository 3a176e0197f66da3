"""A record in which every table holds a row of one person and a row of another, all words of which can be found."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Date, Text, insert

import storage.tables
from storage.schema import Instant, Several, WallTime, Word, metadata
from storage.tables.inbox import InboxStatus

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection

REGISTERED = storage.tables.__all__
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def _value(column: Column[object], n: int) -> object:
    match column.type:
        case Word() if column.table.name == "inbox":
            return InboxStatus.DEAD
        case Word(kind=kind):
            return next(iter(kind.__members__.values()))
        case Several():
            return ()
        case Instant():
            return NOW + timedelta(days=n)
        case WallTime():
            return time(9)
        case Date():
            return date(2026, 2, 27)
        case Boolean():
            return False
        case Text() if column.name in {"draft", "facts"} and column.table.name != "bundled":
            return json.dumps({"name": "canary 1 people.name", "of": [n]})
        case Text() if column.name == "fields":
            return json.dumps({"risks": f"canary {n} {column.table.name}.{column.name}"})
        case Text():
            return f"canary {n} {column.table.name}.{column.name}"
        case _:
            return n


def fill(connection: Connection) -> None:
    """The first row of every table is theirs, the second somebody else's."""
    for table in metadata.sorted_tables:
        rows = [{column.name: _value(column, n) for column in table.columns} for n in (1, 2)]
        connection.execute(insert(table), rows)
