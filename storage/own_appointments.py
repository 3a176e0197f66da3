"""Moving what one person will be told to their new times, when they changed their zone or their quiet hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, update

from mentoring.schedule import DueState
from storage.schedule import SqlSchedule
from storage.tables.schedule import PENDING, appointments

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import PersonId
    from mentoring.schedule import Appointment, DueKind

_OF_OCCURRENCE = appointments.c.occurrence == bindparam("of_occurrence")
_TIMES: Mapping[str, object] = {name: bindparam(name) for name in ("due_at", "wall_time", "zone", "expires_at")}
_MOVE = update(appointments).where(_OF_OCCURRENCE, PENDING).values(_TIMES)
_REVIVE = (
    update(appointments)
    .where(_OF_OCCURRENCE, appointments.c.state == DueState.CANCELLED)
    .values(**_TIMES, state=DueState.PENDING)
)
_DROP = (
    update(appointments)
    .where(
        PENDING,
        appointments.c.kind.in_(bindparam("kinds", expanding=True)),
        appointments.c.subject_id.in_(bindparam("subjects", expanding=True)),
        appointments.c.person_id == bindparam("of_person"),
        appointments.c.occurrence.not_in(bindparam("kept", expanding=True)),
    )
    .values(state=DueState.CANCELLED)
)


class SqlOwnAppointments:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replan(
        self,
        person_id: PersonId,
        kinds: Sequence[DueKind],
        wanted: Sequence[Appointment],
        now: datetime,
        *,
        subjects: Sequence[int],
    ) -> None:
        """What is done stays done; what should have been done by now is due at once, and what has gone stale is not."""
        live = [one for one in wanted if one.expires_at > now]
        ahead = [one for one in live if one.due_at > now]
        kept = {"of_person": person_id, "kinds": [*kinds], "kept": [one.occurrence for one in live]}
        self._connection.execute(_DROP, {**kept, "subjects": [*subjects]})
        if live:
            self._connection.execute(_MOVE, [_times(one, max(one.due_at, now)) for one in live])
        if ahead:
            self._connection.execute(_REVIVE, [_times(one, one.due_at) for one in ahead])
        SqlSchedule(self._connection).plan(ahead)


def _times(one: Appointment, due_at: datetime) -> dict[str, object]:
    return {
        "of_occurrence": one.occurrence,
        "due_at": due_at,
        "wall_time": one.wall_time,
        "zone": one.zone,
        "expires_at": one.expires_at,
    }
