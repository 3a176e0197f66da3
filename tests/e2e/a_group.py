"""Nova in mid-life: Anton mentors, Vera and Ilya are mentees, all with the bot open and in one Telegram group."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.people import Language, MembershipState, Role
from simulator.groups import Group
from simulator.persons import Person
from storage import inbox

if TYPE_CHECKING:
    from datetime import datetime

    from storage.record import SqlRecord
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Nova:
    anton: Person
    vera: Person
    ilya: Person
    chat: Group


async def all_is_handled(house: House) -> None:
    """Everything that people have done so far has had its effect on the record."""
    await house.sim.all_confirmed()
    async with asyncio.timeout(5):
        while await house.bot.writer.change(inbox.waiting):
            pass


async def a_nova(house: House, *, speaks: Language = Language.EN) -> Nova:
    anton, vera, ilya = (house.person(name, speaks=speaks) for name in ("Anton", "Vera", "Ilya"))
    chat = house.sim.group("Nova", owner=anton, members=[vera, ilya], supergroup=True)
    chat.adds_bot(by=anton)
    chat.promotes_bot(by=anton)
    people = {anton: Role.MENTOR, vera: Role.MENTEE, ilya: Role.MENTEE}
    await house.bot.changes.make(lambda record, now: _known(record, now, people, chat.id, speaks))
    for person in people:
        await person.starts()
    return Nova(anton=anton, vera=vera, ilya=ilya, chat=chat)


def _known(record: SqlRecord, now: datetime, people: dict[Person, Role], chat_id: int, language: Language) -> None:
    zone = "Europe/Sofia"
    programme = record.programmes.add(name="P", organisation="O", language=language, zone=zone, now=now)
    group = record.groups.add(programme_id=programme.id, name="Nova", language=language, now=now)
    record.groups.save(replace(group, chat_id=chat_id))
    for user, role in people.items():
        person = record.people.add(telegram_id=user.id, name=user.name, language=language, zone=zone, now=now)
        membership = record.memberships.expect(group_id=group.id, role=role, name=user.name, now=now)
        record.memberships.save(replace(membership, person_id=person.id, state=MembershipState.ACTIVE))
