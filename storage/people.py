"""People, programmes, groups and memberships, as the use cases ask for them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from mentoring import group_codes
from mentoring.groups import Group, Programme
from mentoring.people import Language, Membership, MembershipState, Person, Reachability, Role
from storage import merging
from storage.managers import MANAGED_BY
from storage.rows import added, all_of, changed, one_of, required
from storage.tables.outbox import chat_aliases
from storage.tables.people import groups, memberships, people, programmes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, MembershipId, PersonId, ProgrammeId

_PERSON_BY_TELEGRAM_ID = select(people).where(people.c.telegram_id == bindparam("telegram_id"))
_PERSON_BY_ID = select(people).where(people.c.id == bindparam("id"))
_COUNT_MISSED = update(people).where(people.c.id == bindparam("missing_id")).values(missed=people.c.missed + 1)
_PROGRAMME_BY_ID = select(programmes).where(programmes.c.id == bindparam("id"))
_FIRST_PROGRAMME = select(programmes).order_by(programmes.c.id).limit(1)
_PROGRAMMES_MANAGED_BY = (
    select(programmes).where(programmes.c.id.in_(select(MANAGED_BY.c.programme_id))).order_by(programmes.c.id)
)
_GROUP_BY_ID = select(groups).where(groups.c.id == bindparam("id"))
_GROUP_BY_CHAT = select(groups).where(groups.c.chat_id == bindparam("chat_id"))
_GROUP_BY_CODE = select(groups).where(groups.c.code == bindparam("code"))
_GROUPS_OF_PROGRAMME = select(groups).where(groups.c.programme_id == bindparam("programme_id")).order_by(groups.c.id)
_BOUND_CHATS = select(groups.c.chat_id).where(groups.c.chat_id.is_not(None))
_FORMER_NUMBERS = select(chat_aliases.c.old_chat_id).join(groups, groups.c.chat_id == chat_aliases.c.new_chat_id)
_MOVE_CHAT = update(groups).where(groups.c.chat_id == bindparam("old")).values(chat_id=bindparam("new"))
_MEMBERSHIP_BY_ID = select(memberships).where(memberships.c.id == bindparam("id"))
_MEMBERSHIPS_OF_PERSON = (
    select(memberships).where(memberships.c.person_id == bindparam("person_id")).order_by(memberships.c.id)
)
_MEMBERSHIPS_OF_GROUP = (
    select(memberships).where(memberships.c.group_id == bindparam("group_id")).order_by(memberships.c.id)
)
_MEMBERSHIPS_OF_GROUP_IN_ROLE = _MEMBERSHIPS_OF_GROUP.where(memberships.c.role == bindparam("role"))
_CLAIM = (
    update(memberships)
    .where(
        memberships.c.id == bindparam("membership_id"),
        memberships.c.person_id.is_(None),
        memberships.c.state == MembershipState.EXPECTED,
    )
    .values(person_id=bindparam("by_person_id"), state=MembershipState.ACTIVE)
)


class SqlPeople:
    """`changed`, here and below: whose roles, language or reachability this transaction may have changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.changed: set[PersonId] = set()

    def by_telegram_id(self, telegram_id: int) -> Person | None:
        return one_of(Person, self._connection, _PERSON_BY_TELEGRAM_ID, telegram_id=telegram_id)

    def by_id(self, person_id: PersonId) -> Person:
        return required(one_of(Person, self._connection, _PERSON_BY_ID, id=person_id))

    def add(self, *, telegram_id: int | None, name: str, language: Language, zone: str, now: datetime) -> Person:
        return added(
            Person,
            self._connection,
            people,
            telegram_id=telegram_id,
            name=name,
            language=language,
            zone=zone,
            reachability=Reachability.OK if telegram_id else Reachability.NEVER_STARTED,
            consent_version=None,
            consented_at=None,
            created_at=now,
        )

    def save(self, person: Person) -> None:
        changed(self._connection, people, person)
        self.changed.add(person.id)

    def count_missed(self, person_id: PersonId) -> None:
        self._connection.execute(_COUNT_MISSED, {"missing_id": person_id})

    def merge(self, duplicate: PersonId, *, into: PersonId) -> None:
        merging.merge(self._connection, duplicate, into=into)


class SqlProgrammes:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self.changed: set[ProgrammeId] = set()

    def by_id(self, programme_id: ProgrammeId) -> Programme:
        return required(one_of(Programme, self._connection, _PROGRAMME_BY_ID, id=programme_id))

    def managed_by(self, person_id: PersonId) -> Sequence[Programme]:
        return all_of(Programme, self._connection, _PROGRAMMES_MANAGED_BY, person_id=person_id, now=self._now)

    def save(self, programme: Programme) -> None:
        changed(self._connection, programmes, programme)
        self.changed.add(programme.id)

    def first(self) -> Programme | None:
        return one_of(Programme, self._connection, _FIRST_PROGRAMME)

    def add(self, *, name: str, organisation: str, language: Language, zone: str, now: datetime) -> Programme:
        return added(
            Programme,
            self._connection,
            programmes,
            name=name,
            organisation=organisation,
            language=language,
            zone=zone,
            created_at=now,
        )


class SqlGroups:
    """`touched` says whether this transaction changed a group, and so perhaps which chat it is bound to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched = False
        self.changed_groups: set[GroupId] = set()

    def by_id(self, group_id: GroupId) -> Group:
        return required(one_of(Group, self._connection, _GROUP_BY_ID, id=group_id))

    def by_chat(self, chat_id: int) -> Group | None:
        return one_of(Group, self._connection, _GROUP_BY_CHAT, chat_id=chat_id)

    def by_code(self, code: str) -> Group | None:
        return one_of(Group, self._connection, _GROUP_BY_CODE, code=code)

    def of_programme(self, programme_id: ProgrammeId) -> Sequence[Group]:
        return all_of(Group, self._connection, _GROUPS_OF_PROGRAMME, programme_id=programme_id)

    def add(self, *, programme_id: ProgrammeId, name: str, language: Language, now: datetime) -> Group:
        group = added(
            Group,
            self._connection,
            groups,
            programme_id=programme_id,
            name=name,
            language=language,
            chat_id=None,
            created_at=now,
            code=self._free_code(name),
        )
        self.changed_groups.add(group.id)
        return group

    def give_code(self, group: Group) -> Group:
        if group.code is None:
            group = replace(group, code=self._free_code(group.name))
            self.save(group)
        return group

    def _free_code(self, name: str) -> str:
        codes = (group_codes.new_code(name) for _ in itertools.count())
        return next(code for code in codes if self.by_code(code) is None)

    def save(self, group: Group) -> None:
        changed(self._connection, groups, group)
        self.changed_groups.add(group.id)
        self.touched = True

    def move(self, old: int, new: int) -> None:
        """The chat became a supergroup: whatever is bound to its old id is bound to the new one."""
        self._connection.execute(_MOVE_CHAT, {"old": old, "new": new})
        self.touched = True

    def bound_chats(self) -> Sequence[int]:
        return list(self._connection.scalars(_BOUND_CHATS))

    def heard_chats(self) -> Sequence[int]:
        """Also the old numbers of those that became supergroups: what was said there may still be on its way."""
        return [*self.bound_chats(), *self._connection.scalars(_FORMER_NUMBERS)]


class SqlMemberships:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.changed: set[PersonId] = set()
        self.changed_groups: set[GroupId] = set()

    def by_id(self, membership_id: MembershipId) -> Membership | None:
        return one_of(Membership, self._connection, _MEMBERSHIP_BY_ID, id=membership_id)

    def of_person(self, person_id: PersonId) -> Sequence[Membership]:
        return all_of(Membership, self._connection, _MEMBERSHIPS_OF_PERSON, person_id=person_id)

    def of_group(self, group_id: GroupId, role: Role | None = None) -> Sequence[Membership]:
        if role is None:
            return all_of(Membership, self._connection, _MEMBERSHIPS_OF_GROUP, group_id=group_id)
        return all_of(Membership, self._connection, _MEMBERSHIPS_OF_GROUP_IN_ROLE, group_id=group_id, role=role)

    def expect(self, *, group_id: GroupId, role: Role, name: str, now: datetime) -> Membership:
        return added(
            Membership,
            self._connection,
            memberships,
            group_id=group_id,
            role=role,
            name=name,
            person_id=None,
            state=MembershipState.EXPECTED,
            created_at=now,
        )

    def save(self, membership: Membership) -> None:
        changed(self._connection, memberships, membership)
        self.changed_groups.add(membership.group_id)
        if membership.person_id is not None:
            self.changed.add(membership.person_id)

    def claim(self, membership_id: MembershipId, person_id: PersonId) -> bool:
        claimed = self._connection.execute(_CLAIM, {"membership_id": membership_id, "by_person_id": person_id})
        self.changed.add(person_id)
        taken = self.by_id(membership_id)
        self.changed_groups.update(() if taken is None else {taken.group_id})
        return claimed.rowcount == 1
