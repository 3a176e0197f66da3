"""More people around Nova: its manager, and mentors of the programme's other groups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.people import Language, MembershipState, Role
from tests.e2e.a_group import ZONE

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


async def a_manager(house: House, name: str = "Maria", *, speaks: Language = Language.EN) -> Person:
    """Of the programme that Nova belongs to."""
    person = house.person(name, speaks=speaks)

    def appoint(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        known = record.people.add(telegram_id=person.id, name=name, language=speaks, zone=ZONE, now=now)
        record.managers.add(known.id, programme.id, now)

    await house.bot.changes.make(appoint)
    await person.starts()
    return person


async def a_mentor_elsewhere(house: House, name: str, *, group: str, speaks: Language = Language.EN) -> Person:
    """Of another group of the same programme."""
    person = house.person(name, speaks=speaks)

    def join(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        other = record.groups.add(programme_id=programme.id, name=group, language=speaks, now=now)
        known = record.people.add(telegram_id=person.id, name=name, language=speaks, zone=ZONE, now=now)
        listed = record.memberships.expect(group_id=other.id, role=Role.MENTOR, name=name, now=now)
        record.memberships.save(replace(listed, person_id=known.id, state=MembershipState.ACTIVE))

    await house.bot.changes.make(join)
    await person.starts()
    return person
