"""Nova in mid-life with Maria, who manages it and has the bot open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring.people import Language
from simulator.persons import Person
from tests.e2e.a_group import ZONE, Nova, a_nova

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Membership
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

INVITE_LINK = "https://t.me/+nova"


@dataclass(frozen=True, kw_only=True)
class Managed(Nova):
    maria: Person


async def a_managed_nova(house: House, *, speaks: Language = Language.EN) -> Managed:
    nova = await a_nova(house, speaks=speaks)
    maria = house.person("Maria", speaks=speaks)

    def appointed(record: SqlRecord, now: datetime) -> None:
        group = record.groups.by_chat(nova.chat.id)
        assert group is not None
        person = record.people.add(telegram_id=maria.id, name="Maria", language=speaks, zone=ZONE, now=now)
        record.managers.add(person.id, group.programme_id, now)

    await house.bot.changes.make(appointed)
    await maria.starts()
    return Managed(anton=nova.anton, vera=nova.vera, ilya=nova.ilya, chat=nova.chat, maria=maria)


async def place_of(house: House, person: Person) -> Membership:
    """The newest one."""

    def look(record: SqlRecord, _: datetime) -> Membership:
        known = record.people.by_telegram_id(person.id)
        assert known is not None
        return record.memberships.of_person(known.id)[-1]

    return await house.bot.changes.make(look)
