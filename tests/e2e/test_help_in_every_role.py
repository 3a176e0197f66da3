"""Help says what to do now, who one's people are, and how to write to a human; it never passes for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language, Role
from tests.e2e.a_group import Nova, a_nova

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


async def a_manager_of(house: House, nova: Nova, name: str) -> Person:
    user = house.person(name)

    def appointed(record: SqlRecord, now: datetime) -> None:
        group = record.groups.by_chat(nova.chat.id)
        assert group is not None
        manager = record.people.add(telegram_id=user.id, name=name, language=group.language, zone="UTC", now=now)
        record.managers.add(manager.id, group.programme_id, now)

    await house.bot.changes.make(appointed)
    await user.starts()
    return user


async def test_a_mentee_hears_what_to_do_and_writes_to_the_mentor(house: House) -> None:
    nova = await a_nova(house)
    await a_manager_of(house, nova, "Maria")

    said = await nova.vera.says("/help")
    card = await nova.vera.sees("I am a bot", after=said)

    assert "Next:" in card.text
    await nova.vera.presses("Talk to a person", on=card)
    card = await nova.vera.sees("Manager: Maria\nMentor: Anton")
    await nova.vera.presses("Write to Anton (mentor)", on=card)
    await nova.vera.says("May I bring a friend?")
    assert "May I bring a friend?" in (await nova.anton.sees("Vera writes to you")).text


async def test_a_mentor_sees_the_mentees_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await a_manager_of(house, nova, "Мария")

    said = await nova.anton.says("помощ")
    await nova.anton.presses("Разговор с човек", on=await nova.anton.sees("Аз съм бот", after=said))
    card = await nova.anton.sees("Ръководител: Мария\nУчастници: Vera, Ilya")

    assert ("💬 До Vera",) in card.buttons


async def test_a_manager_finds_the_mentors_and_can_write_to_them(house: House) -> None:
    nova = await a_nova(house)
    maria = await a_manager_of(house, nova, "Maria")

    said = await maria.says("/help")
    await maria.presses("Talk to a person", on=await maria.sees("I am a bot", after=said))
    card = await maria.sees("Mentor: Anton")
    await maria.presses("Write to Anton (mentor)", on=card)
    await maria.says("How is it going?")

    await nova.anton.sees("Maria writes to you")


async def test_whoever_has_many_people_is_not_given_a_wall_of_buttons(house: House) -> None:
    nova = await a_nova(house)
    names = [f"Mentee {number}" for number in range(20)]

    def join(record: SqlRecord, now: datetime) -> None:
        group = record.groups.by_chat(nova.chat.id)
        assert group is not None
        for number, name in enumerate(names):
            seat = record.memberships.expect(group_id=group.id, role=Role.MENTEE, name=name, now=now)
            person = record.people.add(
                telegram_id=10_000 + number, name=name, language=Language.EN, zone="UTC", now=now
            )
            record.memberships.claim(seat.id, person.id)

    await house.bot.changes.make(join)
    said = await nova.anton.says("/help")
    await nova.anton.presses("Talk to a person", on=await nova.anton.sees("I am a bot", after=said))
    card = await nova.anton.sees("Vera, Ilya")

    assert sum(label.startswith("💬") for row in card.buttons for label in row) == 8
    assert "Mentee 5 …" in card.text


@pytest.mark.parametrize("language", Language)
async def test_help_fits_on_a_phone_whatever_somebodys_parts_are(house: House, language: Language) -> None:
    """Anton mentors, manages and is a mentee elsewhere: nothing is said or offered twice."""
    nova = await a_nova(house, speaks=language)

    def also(record: SqlRecord, now: datetime) -> None:
        group, anton = record.groups.by_chat(nova.chat.id), record.people.by_telegram_id(nova.anton.id)
        assert group is not None
        assert anton is not None
        record.managers.add(anton.id, group.programme_id, now)
        other = record.groups.add(programme_id=group.programme_id, name="Sirius", language=language, now=now)
        seat = record.memberships.expect(group_id=other.id, role=Role.MENTEE, name="Anton", now=now)
        record.memberships.claim(seat.id, anton.id)

    await house.bot.changes.make(also)
    for person in (nova.vera, nova.anton):
        said = await person.says("/help")
        card = await person.sees({Language.EN: "I am a bot", Language.BG: "Аз съм бот"}[language], after=said)

        labels = [label for row in card.buttons for label in row]
        assert sum(-(-len(line) // 42) or 1 for line in card.text.splitlines()) <= 16
        assert len(card.text.splitlines()) <= 12
        assert len(labels) == len(set(labels)) <= 8
        assert {Language.EN: "💬 Talk to a person", Language.BG: "💬 Разговор с човек"}[language] in labels


async def test_a_stranger_is_told_what_this_is(house: House) -> None:
    oleg = house.person("Oleg", speaks="bg")

    await oleg.says("/help")

    await oleg.sees("Аз съм бот")
