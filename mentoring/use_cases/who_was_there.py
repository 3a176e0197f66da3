"""Who was at a session as papers have it: also those who have left since, and managers who came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring.attendance import AWAY, Presence
from mentoring.ids import PersonId
from mentoring.people import Role
from mentoring.use_cases.managers_there import managers_there

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring.groups import Group
    from mentoring.ports import Record
    from mentoring.sessions import Attendant, Session


@dataclass(frozen=True, kw_only=True, slots=True)
class There:
    """`presence` is None where nobody noted it. Where the others' was noted, nothing is `known` of this one."""

    person_id: PersonId
    name: str
    role: Role
    presence: Presence | None
    known: bool = True

    @property
    def came(self) -> bool:
        return self.known and self.presence not in AWAY


def who_was_there(record: Record, group: Group, session: Session, expected: Sequence[Attendant]) -> tuple[There, ...]:
    """Where nobody was noted, whoever has not said no counts as present, as in the digest."""
    noted = record.attendances.of_session(session.id)
    is_noted = any(one.role is Role.MENTEE and one.person.id in noted for one in expected)
    here = [
        There(
            person_id=one.person.id,
            name=one.name,
            role=one.role,
            presence=one.seen,
            known=one.seen is not None or not is_noted,
        )
        for one in expected
    ]
    gone = {person_id: noted[person_id] for person_id in noted.keys() - {one.person_id for one in here}}
    managers = (
        There(person_id=one.id, name=one.name, role=Role.MANAGER, presence=Presence.PRESENT)
        for one in managers_there(record, group, session, expected)
        if one.id not in gone
    )
    return (*here, *(_gone(record, group, gone) if gone else ()), *managers)


def _gone(record: Record, group: Group, noted: dict[PersonId, Presence]) -> Iterator[There]:
    places = {one.person_id: one for one in record.memberships.of_group(group.id)}
    for person_id, presence in sorted(noted.items()):
        place = places.get(person_id)
        if place is not None:
            yield There(person_id=person_id, name=place.name, role=place.role, presence=presence)
