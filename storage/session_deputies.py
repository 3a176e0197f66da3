"""Puts deputies into the place of mentors who are away, among the people of sessions."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, select

from mentoring.people import Person, Role
from storage.stand_ins import OF_A_MENTOR
from storage.statements import Statement
from storage.tables.life import absences
from storage.tables.meetings import attendance
from storage.tables.people import people
from storage.tables.sessions import sessions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.attendance import Presence
    from mentoring.ids import PersonId, SessionId
    from mentoring.sessions import Attendant, Guest

_ANY = Statement(select(absences.c.id).where(OF_A_MENTOR).limit(1))
_OF_SESSIONS = (
    select(
        sessions.c.id.label("session_id"),
        absences.c.absent_id,
        attendance.c.presence,
        *(people.c[field.name] for field in dataclasses.fields(Person)),
    )
    .select_from(
        absences.join(sessions, sessions.c.group_id == absences.c.group_id)
        .join(people, people.c.id == absences.c.deputy_id)
        .outerjoin(attendance, and_(attendance.c.session_id == sessions.c.id, attendance.c.person_id == people.c.id))
    )
    .where(OF_A_MENTOR, sessions.c.id.in_(bindparam("ids", expanding=True)))
)
_OF_A_PERSON = tuple(field.name for field in dataclasses.fields(Person))


class StandIns:
    """Most of the time nobody is away, which takes one short look."""

    def __init__(self, connection: Connection, session_ids: Sequence[SessionId], now: datetime) -> None:
        self._deputies: Mapping[tuple[SessionId, PersonId], Person] = {}
        self._there: Mapping[tuple[SessionId, PersonId], Presence] = {}
        if _ANY.rows(connection, {"now": now}):
            rows = connection.execute(_OF_SESSIONS, {"ids": list(session_ids), "now": now}).all()
            self._deputies = {
                (session_id, absent_id): Person(**dict(zip(_OF_A_PERSON, person, strict=True)))
                for session_id, absent_id, _, *person in rows
            }
            self._there = {(row.session_id, row.id): row.presence for row in rows if row.presence is not None}

    def among_attendants(self, there: Sequence[Attendant]) -> Sequence[Attendant]:
        return [*self._attendants(there)] if self._deputies else there

    def _attendants(self, known: Sequence[Attendant]) -> Iterator[Attendant]:
        for one in known:
            deputy = self._for(one.session_id, one.person.id, one.role)
            if deputy is None:
                yield one
            elif not any(other.person.id == deputy.id and other.session_id == one.session_id for other in known):
                there = self._there.get((one.session_id, deputy.id))
                yield dataclasses.replace(
                    one, person=deputy, name=deputy.name, coming=None, diary=None, presence=there, reason=""
                )

    def among_guests(self, there: Sequence[Guest]) -> Sequence[Guest]:
        return [*self._guests(there)] if self._deputies else there

    def _guests(self, known: Sequence[Guest]) -> Iterator[Guest]:
        for one in known:
            deputy = self._for(one.session_id, one.person_id, one.role)
            if deputy is None:
                yield one
            elif not any(other.person_id == deputy.id and other.session_id == one.session_id for other in known):
                yield dataclasses.replace(
                    one,
                    person_id=deputy.id,
                    telegram_id=deputy.telegram_id,
                    language=deputy.language,
                    zone=deputy.zone,
                    reachability=deputy.reachability,
                    coming=None,
                )

    def _for(self, session_id: SessionId, person_id: PersonId, role: Role) -> Person | None:
        return self._deputies.get((session_id, person_id)) if role is Role.MENTOR else None
