"""News that is kept until the hour at which somebody wants to hear it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select

from mentoring.bundles import Matter, Piece
from mentoring.people import Person, Reachability
from storage.tables.life import bundled
from storage.tables.people import people

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import PersonId

_OF_A_PERSON = tuple(field.name for field in dataclasses.fields(Person))

_KEEP = insert(bundled)
_SINCE = select(bundled.c.person_id, func.min(bundled.c.at).label("since")).group_by(bundled.c.person_id).subquery()
_WAITING = (
    select(_SINCE.c.since, *(people.c[name] for name in _OF_A_PERSON))
    .join(people, people.c.id == _SINCE.c.person_id)
    .where(people.c.reachability == Reachability.OK)
    .order_by(people.c.id)
)
_OF_PERSON = bundled.c.person_id == bindparam("of_person")
_KEPT = select(bundled.c.kind, bundled.c.facts).where(_OF_PERSON).order_by(bundled.c.id)
_FORGET = delete(bundled).where(_OF_PERSON)


class SqlBundles:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, person_id: PersonId, piece: Piece, now: datetime) -> None:
        row = {"person_id": person_id, "kind": piece.matter.value, "facts": str(piece.subject_id), "at": now}
        self._connection.execute(_KEEP, row)

    def waiting(self) -> Sequence[tuple[Person, datetime]]:
        rows = self._connection.execute(_WAITING).all()
        return [(Person(**dict(zip(_OF_A_PERSON, person, strict=True))), since) for since, *person in rows]

    def take(self, person_id: PersonId) -> Sequence[Piece]:
        rows = self._connection.execute(_KEPT, {"of_person": person_id}).all()
        self._connection.execute(_FORGET, {"of_person": person_id})
        pieces = (Piece(matter=Matter(kind), subject_id=int(subject)) for kind, subject in rows)
        return [*dict.fromkeys(pieces)]
