"""How often something happened on each day; nothing says to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from storage.tables.submissions import tallies

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_COUNT_UP = (
    update(tallies)
    .where(tallies.c.what == bindparam("of_what"), tallies.c.on_day == bindparam("of_day"))
    .values(count=tallies.c.count + 1)
)
_COUNT_FIRST = insert(tallies)
_COUNTED = select(tallies.c.count).where(
    tallies.c.what == bindparam("of_what"), tallies.c.on_day == bindparam("of_day")
)


class SqlTallies:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, what: str, now: datetime) -> None:
        day = now.date()
        if self._connection.execute(_COUNT_UP, {"of_what": what, "of_day": day}).rowcount == 0:
            self._connection.execute(_COUNT_FIRST, {"what": what, "on_day": day, "count": 1})

    def on(self, what: str, day: datetime) -> int:
        return self._connection.scalar(_COUNTED, {"of_what": what, "of_day": day.date()}) or 0
