"""Nova in mid-life: Anton mentors, Vera and Ilya are mentees, all with the bot open and in one Telegram group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.people import Language, MembershipState, Reachability, Role
from simulator.groups import Group
from simulator.persons import Person
from tests.e2e.quiet import all_is_quiet

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person as KnownPerson
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


ZONE = "Europe/Sofia"


@dataclass(frozen=True, kw_only=True)
class Nova:
    anton: Person
    vera: Person
    ilya: Person
    chat: Group


async def all_is_handled(house: House) -> None:
    """Everything that people have done so far has had its effect, also on the phones of others."""
    await all_is_quiet(house.sim, house.bot)


async def a_nova(house: House, *, speaks: Language = Language.EN) -> Nova:
    anton, vera, ilya = (house.person(name, speaks=speaks) for name in ("Anton", "Vera", "Ilya"))
    chat = house.sim.group("Nova", owner=anton, members=[vera, ilya], supergroup=True)
    people = {anton: Role.MENTOR, vera: Role.MENTEE, ilya: Role.MENTEE}
    await house.bot.changes.make(lambda record, now: _known(record, now, people, chat.id, speaks))
    chat.adds_bot(by=anton)
    chat.promotes_bot(by=anton)
    for person in people:
        await person.starts()
    await all_is_handled(house)
    return Nova(anton=anton, vera=vera, ilya=ilya, chat=chat)


async def joins_without_opening_the_bot(house: House, nova: Nova, name: str) -> Person:
    """In the Telegram group, and known by name; the bot may not write to them."""
    person = house.person(name)
    nova.chat.adds(person)

    def never_started(record: SqlRecord, now: datetime) -> None:
        known = _member(record, now, person, Role.MENTEE, nova.chat.id)
        record.people.save(replace(known, reachability=Reachability.NEVER_STARTED))

    await house.bot.changes.make(never_started)
    return person


async def joins_the_group(house: House, nova: Nova, name: str, *, speaks: Language = Language.EN) -> Person:
    """One more mentee, also in the Telegram group."""
    person = house.person(name, speaks=speaks)
    nova.chat.adds(person)
    await house.bot.changes.make(lambda record, now: _member(record, now, person, Role.MENTEE, nova.chat.id))
    await person.starts()
    return person


async def a_second_mentor(house: House, nova: Nova, name: str) -> Person:
    person = house.person(name)
    await house.bot.changes.make(lambda record, now: _member(record, now, person, Role.MENTOR, nova.chat.id))
    await person.starts()
    return person


def _known(record: SqlRecord, now: datetime, people: dict[Person, Role], chat_id: int, language: Language) -> None:
    programme = record.programmes.add(name="P", organisation="O", language=language, zone=ZONE, now=now)
    group = record.groups.add(programme_id=programme.id, name="Nova", language=language, now=now)
    record.groups.save(replace(group, chat_id=chat_id))
    for user, role in people.items():
        _member(record, now, user, role, chat_id)


def _member(record: SqlRecord, now: datetime, user: Person, role: Role, chat_id: int) -> KnownPerson:
    group = record.groups.by_chat(chat_id)
    assert group is not None
    person = record.people.add(telegram_id=user.id, name=user.name, language=group.language, zone=ZONE, now=now)
    listed = record.memberships.expect(group_id=group.id, role=role, name=user.name, now=now)
    record.memberships.save(replace(listed, person_id=person.id, state=MembershipState.ACTIVE))
    return person
