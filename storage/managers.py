"""Who answers for which programme: whoever is appointed, and deputies in the place of those who are away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, exists, func, insert, or_, select, union_all

from mentoring.people import Person
from storage.rows import all_of
from storage.stand_ins import OF_A_MANAGER
from storage.statements import Statement
from storage.tables.life import absences
from storage.tables.people import groups, managers, people

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PersonId, ProgrammeId

MANAGED_BY = union_all(
    select(managers.c.programme_id).where(managers.c.person_id == bindparam("person_id")),
    select(absences.c.programme_id).where(absences.c.deputy_id == bindparam("person_id"), OF_A_MANAGER),
).subquery()
_MANAGES_ANY = Statement(select(MANAGED_BY.c.programme_id))
_MANAGES_GROUP = Statement(
    select(MANAGED_BY.c.programme_id)
    .join(groups, groups.c.programme_id == MANAGED_BY.c.programme_id)
    .where(groups.c.id == bindparam("group_id"))
)
_APPOINTED = (
    select(people)
    .join(managers, managers.c.person_id == people.c.id)
    .where(managers.c.programme_id == bindparam("programme_id"))
    .order_by(managers.c.created_at, people.c.id)
)
_EVERYWHERE = (
    select(people)
    .join(managers, managers.c.person_id == people.c.id)
    .group_by(people.c.id)
    .order_by(func.min(managers.c.created_at), people.c.id)
)
_OF_THIS_PROGRAMME = absences.c.programme_id == bindparam("programme_id")
_IS_AWAY = exists().where(absences.c.absent_id == people.c.id, _OF_THIS_PROGRAMME, OF_A_MANAGER)
_IS_DEPUTY = exists().where(absences.c.deputy_id == people.c.id, _OF_THIS_PROGRAMME, OF_A_MANAGER)
_MANAGERS_OF = (
    select(people)
    .outerjoin(
        managers,
        and_(managers.c.person_id == people.c.id, managers.c.programme_id == bindparam("programme_id")),
    )
    .where(or_(and_(managers.c.person_id.is_not(None), ~_IS_AWAY), _IS_DEPUTY))
    .order_by(managers.c.created_at.is_(None), managers.c.created_at, people.c.id)
)
_others = managers.alias()
_LEAVE = delete(managers).where(
    managers.c.programme_id == bindparam("of_programme_id"),
    managers.c.person_id == bindparam("of_person_id"),
    select(func.count())
    .select_from(_others)
    .where(_others.c.programme_id == bindparam("of_programme_id"))
    .scalar_subquery()
    > 1,
)


class SqlManagers:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self.changed: set[PersonId] = set()

    def manages(self, person_id: PersonId, *, group_id: GroupId | None) -> bool:
        asked = {"person_id": person_id, "now": self._now}
        if group_id is None:
            return bool(_MANAGES_ANY.rows(self._connection, asked))
        return bool(_MANAGES_GROUP.rows(self._connection, {**asked, "group_id": group_id}))

    def add(self, person_id: PersonId, programme_id: ProgrammeId, now: datetime) -> None:
        row = {"person_id": person_id, "programme_id": programme_id, "created_at": now}
        self._connection.execute(insert(managers), row)
        self.changed.add(person_id)

    def of_programme(self, programme_id: ProgrammeId) -> Sequence[Person]:
        return all_of(Person, self._connection, _MANAGERS_OF, programme_id=programme_id, now=self._now)

    def appointed(self, programme_id: ProgrammeId) -> Sequence[Person]:
        return all_of(Person, self._connection, _APPOINTED, programme_id=programme_id)

    def everywhere(self) -> Sequence[Person]:
        return all_of(Person, self._connection, _EVERYWHERE)

    def leave(self, person_id: PersonId, programme_id: ProgrammeId) -> bool:
        left = self._connection.execute(_LEAVE, {"of_person_id": person_id, "of_programme_id": programme_id})
        self.changed.add(person_id)
        return left.rowcount == 1
