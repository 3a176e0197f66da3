"""Who is away, and who stands in for them now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from mentoring.deputies import Absence
from storage.rows import added, all_of, changed, one_of
from storage.stand_ins import LASTS, NOW, STANDS_IN
from storage.tables.life import absences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import DeputyId, GroupId, PersonId, ProgrammeId
    from mentoring.people import Role

_ALL = select(absences).order_by(absences.c.begins_at, absences.c.id)
_BY_ID = select(absences).where(absences.c.id == bindparam("id"))
_STOOD_IN_BY = _ALL.where(absences.c.deputy_id == bindparam("deputy_id"), STANDS_IN)
_NOT_OVER = _ALL.where(absences.c.ended_at.is_(None), absences.c.ends_at > NOW)
_OF_ABSENT = _NOT_OVER.where(absences.c.absent_id == bindparam("absent_id"))
_OF_DEPUTY = _NOT_OVER.where(absences.c.deputy_id == bindparam("deputy_id"))
_CURRENT = _ALL.where(absences.c.absent_id == bindparam("absent_id"), LASTS)


class SqlAbsences:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(
        self,
        *,
        role: Role,
        programme_id: ProgrammeId,
        group_id: GroupId | None,
        absent_id: PersonId,
        deputy_id: PersonId | None,
        begins_at: datetime,
        ends_at: datetime,
    ) -> Absence:
        return added(
            Absence,
            self._connection,
            absences,
            role=role,
            programme_id=programme_id,
            group_id=group_id,
            absent_id=absent_id,
            deputy_id=deputy_id,
            begins_at=begins_at,
            ends_at=ends_at,
            ended_at=None,
        )

    def by_id(self, absence_id: DeputyId) -> Absence | None:
        return one_of(Absence, self._connection, _BY_ID, id=absence_id)

    def save(self, absence: Absence) -> None:
        changed(self._connection, absences, absence)

    def stood_in_by(self, person_id: PersonId) -> Sequence[Absence]:
        return all_of(Absence, self._connection, _STOOD_IN_BY, deputy_id=person_id, now=self._now)

    def of_absent(self, person_id: PersonId) -> Sequence[Absence]:
        return all_of(Absence, self._connection, _OF_ABSENT, absent_id=person_id, now=self._now)

    def of_deputy(self, person_id: PersonId) -> Sequence[Absence]:
        return all_of(Absence, self._connection, _OF_DEPUTY, deputy_id=person_id, now=self._now)

    def current(self, absent_id: PersonId) -> Sequence[Absence]:
        return all_of(Absence, self._connection, _CURRENT, absent_id=absent_id, now=self._now)
