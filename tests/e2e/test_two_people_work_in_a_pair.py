"""One mentor and one mentee: the same things happen, and nobody is told of a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language, MembershipState, Role
from tests.e2e.a_group import ZONE, all_is_handled
from tests.e2e.setting_up import happened

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

WORDS = {
    Language.EN: ("group", "More", "Who we are", "Mentee: Vera", "Help", "📌 Anton and Vera"),
    Language.BG: ("груп", "Още", "Кои сме ние", "Участник: Vera", "Помощ", "📌 Anton and Vera"),
}


async def a_pair(house: House, language: Language) -> tuple[Person, Person]:
    anton, vera = (house.person(name, speaks=language) for name in ("Anton", "Vera"))
    chat = house.sim.group("Pair", owner=anton, members=[vera], supergroup=True)
    chat.adds_bot(by=anton)

    def known(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.add(name="P", organisation="O", language=language, zone=ZONE, now=now)
        group = record.groups.add(programme_id=programme.id, name="Anton and Vera", language=language, now=now)
        for user, role in ((anton, Role.MENTOR), (vera, Role.MENTEE)):
            person = record.people.add(telegram_id=user.id, name=user.name, language=language, zone=ZONE, now=now)
            seat = record.memberships.expect(group_id=group.id, role=role, name=user.name, now=now)
            record.memberships.claim(seat.id, person.id)

    await house.bot.changes.make(known)
    for person in (anton, vera):
        await person.starts()
    return anton, vera


@pytest.mark.parametrize("language", Language)
async def test_no_card_of_theirs_speaks_of_a_group(house: House, language: Language) -> None:
    group, more, who, line, help_door, _ = WORDS[language]

    for person in await a_pair(house, language):
        await person.presses(more)
        await person.presses(who)
        await person.sees(line)
        await person.starts()
        await person.presses(help_door)
        await all_is_handled(house)
        shown = " ".join(f"{seen.text} {seen.buttons}" for seen in person.messages()).lower()
        assert group not in shown.replace("anton and vera", "")


@pytest.mark.parametrize("language", Language)
async def test_work_and_leaving_go_as_in_any_other(house: House, language: Language) -> None:
    anton, vera = await a_pair(house, language)
    await vera.sends_document("essay.pdf")
    await anton.sees("essay.pdf")
    labels = {
        Language.EN: ("Help", "More help", "Pause or leave", "🚪 Leave", "Yes, leave"),
        Language.BG: ("Помощ", "Още помощ", "Пауза или", "Напускам", "Да, напускам"),
    }
    await vera.starts()
    for label in labels[language]:
        await vera.presses(label)

    def left(record: SqlRecord) -> bool:
        person = record.people.by_telegram_id(vera.id)
        assert person is not None
        return record.memberships.of_person(person.id)[0].state is MembershipState.LEFT

    await happened(house, left)
