"""What somebody owes, as the record has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.slots import Slot
    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


async def slots_of(house: House, person: Person) -> Sequence[Slot]:
    def read(record: SqlRecord, _: datetime) -> Sequence[Slot]:
        known = record.people.by_telegram_id(person.id)
        assert known is not None
        return record.slots.of_person(known.id)

    return await house.bot.changes.make(read)


async def slot_of(house: House, person: Person, code: str) -> Slot:
    return next(one for one in await slots_of(house, person) if one.key.code == code)
