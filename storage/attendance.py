"""Who was at which session, as the use cases note it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select, update

from mentoring.attendance import Presence
from storage.tables.meetings import attendance
from storage.tables.sessions import sessions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PersonId, SessionId

_OF_SESSION = select(attendance.c.person_id, attendance.c.presence).where(
    attendance.c.session_id == bindparam("of_session")
)
_CHANGE = (
    update(attendance)
    .where(attendance.c.session_id == bindparam("of_session"), attendance.c.person_id == bindparam("of_person"))
    .values(presence=bindparam("presence"), noted_by=bindparam("noted_by"), at=bindparam("at"))
)
_ADD = insert(attendance)
_TIMES_ABSENT = (
    select(func.count())
    .select_from(attendance.join(sessions, sessions.c.id == attendance.c.session_id))
    .where(
        attendance.c.person_id == bindparam("person_id"),
        attendance.c.presence == Presence.ABSENT,
        sessions.c.group_id == bindparam("group_id"),
    )
)


class SqlAttendances:
    """`changed_sessions`: those about which something was noted."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.changed_sessions: set[SessionId] = set()

    def of_session(self, session_id: SessionId) -> Mapping[PersonId, Presence]:
        rows = self._connection.execute(_OF_SESSION, {"of_session": session_id}).all()
        return {row.person_id: row.presence for row in rows}

    def note(
        self, session_id: SessionId, person_id: PersonId, presence: Presence, *, by: PersonId, now: datetime
    ) -> None:
        self.changed_sessions.add(session_id)
        values = {"presence": presence, "noted_by": by, "at": now}
        changed = self._connection.execute(_CHANGE, {"of_session": session_id, "of_person": person_id, **values})
        if changed.rowcount == 0:
            self._connection.execute(_ADD, {"session_id": session_id, "person_id": person_id, **values})

    def times_absent(self, person_id: PersonId, group_id: GroupId) -> int:
        return self._connection.scalar(_TIMES_ABSENT, {"person_id": person_id, "group_id": group_id}) or 0
