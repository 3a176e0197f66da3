"""What people agreed to, version by version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from mentoring.consents import Consent
from storage.rows import all_of
from storage.statements import Statement
from storage.tables.life import consents

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.consents import ConsentKind
    from mentoring.ids import PersonId

_OF_PERSON = (
    select(consents).where(consents.c.person_id == bindparam("person_id")).order_by(consents.c.kind, consents.c.version)
)
_THIS = (consents.c.person_id == bindparam("of_person"), consents.c.kind == bindparam("of_kind"))
_GIVE = Statement(insert(consents))
_GIVE_AGAIN = Statement(
    update(consents)
    .where(*_THIS, consents.c.version == bindparam("of_version"))
    .values(given_at=bindparam("now"), withdrawn_at=None)
)
_WITHDRAW = Statement(
    update(consents).where(*_THIS, consents.c.withdrawn_at.is_(None)).values(withdrawn_at=bindparam("now"))
)


class SqlConsents:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def give(self, person_id: PersonId, kind: ConsentKind, *, version: int, now: datetime) -> None:
        held = next((one for one in self.of_person(person_id) if (one.kind, one.version) == (kind, version)), None)
        if held is None:
            row = {"person_id": person_id, "kind": kind, "version": version, "given_at": now, "withdrawn_at": None}
            _GIVE.run(self._connection, row)
        elif held.withdrawn_at is not None:
            again = {"of_person": person_id, "of_kind": kind, "of_version": version, "now": now}
            _GIVE_AGAIN.run(self._connection, again)

    def withdraw(self, person_id: PersonId, kind: ConsentKind, now: datetime) -> bool:
        return _WITHDRAW.run(self._connection, {"of_person": person_id, "of_kind": kind, "now": now}) > 0

    def has_withdrawn(self, person_id: PersonId, kind: ConsentKind) -> bool:
        given = [one for one in self.of_person(person_id) if one.kind is kind]
        return bool(given) and all(one.withdrawn_at is not None for one in given)

    def of_person(self, person_id: PersonId) -> Sequence[Consent]:
        return all_of(Consent, self._connection, _OF_PERSON, person_id=person_id)

    def in_force(self, person_id: PersonId, kind: ConsentKind) -> Consent | None:
        held = [one for one in self.of_person(person_id) if one.kind is kind and one.withdrawn_at is None]
        return held[-1] if held else None
