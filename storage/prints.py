"""Print packs that are waited for: rows of the schedule, which gives up what nobody could make in time."""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from mentoring.ids import DueId, GroupId, PersonId
from mentoring.prints import GIVEN_UP_AFTER, PrintOrder
from mentoring.schedule import DueKind, DueState
from storage.statements import Statement
from storage.tables.schedule import PENDING, appointments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

_ASK = Statement(insert(appointments))
_WAITING = Statement(
    select(appointments.c.id, appointments.c.subject_id, appointments.c.person_id, appointments.c.due_at)
    .where(appointments.c.kind == DueKind.PRINT_PACK, PENDING)
    .order_by(appointments.c.id)
)
_FINISH = Statement(
    update(appointments).where(appointments.c.id == bindparam("of_id"), PENDING).values(state=DueState.DONE)
)


class SqlPrints:
    """`touched` once there is one to be made."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched = False

    def ask(self, group_id: GroupId, person_id: PersonId, now: datetime) -> None:
        self.touched = True
        given_up = now + GIVEN_UP_AFTER
        row = {
            "kind": DueKind.PRINT_PACK,
            "subject_id": group_id,
            "person_id": person_id,
            "occurrence": f"print:{group_id}:{token_hex(8)}",
            "due_at": given_up,
            "wall_time": given_up.replace(tzinfo=None).isoformat(timespec="minutes"),
            "zone": "UTC",
            "expires_at": given_up + 24 * GIVEN_UP_AFTER,
            "state": DueState.PENDING,
        }
        _ASK.run(self._connection, row)

    def waiting(self) -> Sequence[PrintOrder]:
        return [
            PrintOrder(
                id=DueId(row["id"]),
                group_id=GroupId(row["subject_id"]),
                person_id=PersonId(row["person_id"]),
                asked_at=row["due_at"] - GIVEN_UP_AFTER,
            )
            for row in _WAITING.mappings(self._connection, {})
        ]

    def under_way(self, group_id: GroupId, person_id: PersonId) -> bool:
        return any((one.group_id, one.person_id) == (group_id, person_id) for one in self.waiting())

    def finish(self, order: PrintOrder) -> bool:
        return _FINISH.run(self._connection, {"of_id": order.id}) == 1
