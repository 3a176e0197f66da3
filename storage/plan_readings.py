"""Session plans that were sent, with what was understood of them as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import bindparam, insert, select, update

from mentoring.plan_readings import PlanReading, ReadingState
from mentoring.plan_rows import WrittenPlan
from storage.statements import Statement
from storage.tables.meetings import plan_readings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PersonId
    from mentoring.plan_readings import PlanReadingId

_ADD = insert(plan_readings)
_BY_ID = Statement(select(plan_readings).where(plan_readings.c.id == bindparam("of_id")))
_OPEN_OF = Statement(
    select(plan_readings)
    .where(plan_readings.c.person_id == bindparam("of_person"), plan_readings.c.state == ReadingState.OPEN)
    .order_by(plan_readings.c.id)
)
_CHANGE = Statement(
    update(plan_readings)
    .where(plan_readings.c.id == bindparam("of_id"), plan_readings.c.state == ReadingState.OPEN)
    .values({name: bindparam(name) for name in ("group_id", "state", "rows")})
)


class SqlPlanReadings:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(
        self, *, person_id: PersonId, group_id: GroupId | None, file_id: str, file_name: str, plan: WrittenPlan
    ) -> PlanReading:
        row = {
            "person_id": person_id,
            "group_id": group_id,
            "file_id": file_id,
            "file_name": file_name,
            "state": ReadingState.OPEN,
            "rows": _packed(plan),
            "sent_at": self._now,
        }
        added = self._connection.execute(_ADD, row).inserted_primary_key
        return _as_reading({**row, "id": added[0] if added else 0})

    def by_id(self, reading_id: PlanReadingId) -> PlanReading | None:
        found = _BY_ID.mappings(self._connection, {"of_id": reading_id})
        return next((_as_reading(row) for row in found), None)

    def open_of(self, person_id: PersonId) -> Sequence[PlanReading]:
        return [_as_reading(row) for row in _OPEN_OF.mappings(self._connection, {"of_person": person_id})]

    def change(self, before: PlanReading, after: PlanReading) -> bool:
        row = {"of_id": before.id, "group_id": after.group_id, "state": after.state, "rows": _packed(after.plan)}
        return _CHANGE.run(self._connection, row) == 1


def _packed(plan: WrittenPlan) -> str:
    return msgspec.json.encode(plan).decode()


def _as_reading(row: Mapping[str, Any]) -> PlanReading:
    values = {name: value for name, value in row.items() if name != "rows"}
    # Of somebody who was erased nothing is left.
    return PlanReading(**values, plan=msgspec.json.decode(row["rows"] or "{}", type=WrittenPlan))
