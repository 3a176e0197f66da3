"""The history of people and groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from mentoring.happenings import Happening, HappeningKind
from storage.rows import added, all_of, one_of
from storage.tables.life import happenings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PersonId

_OF_GROUP = select(happenings).where(happenings.c.group_id == bindparam("group_id")).order_by(happenings.c.id)
_OF_PERSON = select(happenings).where(happenings.c.person_id == bindparam("person_id")).order_by(happenings.c.id)
_OF_KIND = (
    select(happenings)
    .where(
        happenings.c.kind == bindparam("of_kind", type_=happenings.c.kind.type),
        happenings.c.text == bindparam("of_text"),
    )
    .order_by(happenings.c.id.desc())
    .limit(1)
)

#: Asked about strangers only, who are few.
_MOVED_FROM = (
    select(happenings.c.id)
    .where(happenings.c.kind == HappeningKind.RELINKED, happenings.c.text == bindparam("account"))
    .limit(1)
)


class SqlHappenings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        kind: HappeningKind,
        *,
        now: datetime,
        group_id: GroupId | None = None,
        person_id: PersonId | None = None,
        by_id: PersonId | None = None,
        other_id: PersonId | None = None,
        text: str = "",
    ) -> Happening:
        return added(
            Happening,
            self._connection,
            happenings,
            kind=kind,
            group_id=group_id,
            person_id=person_id,
            by_id=by_id,
            other_id=other_id,
            text=text,
            at=now,
        )

    def last(self, kind: HappeningKind, *, text: str) -> Happening | None:
        return one_of(Happening, self._connection, _OF_KIND, of_kind=kind, of_text=text)

    def has_moved_from(self, telegram_id: int) -> bool:
        return self._connection.scalar(_MOVED_FROM, {"account": str(telegram_id)}) is not None

    def of_group(self, group_id: GroupId) -> Sequence[Happening]:
        return all_of(Happening, self._connection, _OF_GROUP, group_id=group_id)

    def of_person(self, person_id: PersonId) -> Sequence[Happening]:
        return all_of(Happening, self._connection, _OF_PERSON, person_id=person_id)
