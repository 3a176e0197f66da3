"""Links that have run out, been used or been replaced: a plain word, nothing kept, and a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from tests.e2e.setting_up import a_group, a_manager, joins, manager_code, payload_on

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

MENTEES = ["Vera Dimova", "Ilya Kolev"]


async def nobody(house: House, telegram_id: int) -> bool:
    def unknown(record: SqlRecord, _: object) -> bool:
        return record.people.by_telegram_id(telegram_id) is None

    return await house.bot.changes.make(unknown)


@pytest.mark.parametrize(
    ("speaks", "words"), [("en", "This invitation has run out"), ("bg", "Срокът на тази покана е изтекъл")]
)
async def test_after_two_weeks_a_link_has_run_out(house: House, speaks: str, words: str) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera Dimova", speaks=speaks)
    await house.passes(days=15)

    await vera.starts(links.mentees)

    await vera.sees(words)
    assert await nobody(house, vera.id)


async def test_a_link_with_all_its_places_taken_says_so(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    for name in MENTEES:
        await joins(house.person(name), links.mentees)
    oleg = house.person("Oleg", speaks="bg")

    await oleg.starts(links.mentees)

    await oleg.sees("Тази покана вече е използвана")
    assert await nobody(house, oleg.id)


async def test_a_link_that_was_replaced_opens_nothing_and_the_new_one_does(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    said = await maria.says("/home")
    await maria.sees("Hello", after=said)
    await maria.presses("Groups")
    await maria.presses("Nova")
    await maria.presses("Links and posters")
    await maria.presses("New link for mentees")
    poster = await maria.sees("Nova: for the mentees", after=said)
    vera = house.person("Vera Dimova")

    await vera.starts(links.mentees)
    await vera.sees("This invitation")

    await joins(vera, payload_on(poster))


@pytest.mark.parametrize("payload", ["j_made-up", "m_made-up", "j_", "x_1", "nonsense", "j_" + "я" * 20, "j_a b c"])
async def test_a_link_that_nobody_made_leaves_no_trace(house: House, payload: str) -> None:
    oleg = house.person("Oleg")

    said = await oleg.starts(payload)

    await oleg.sees("", after=said)
    assert await nobody(house, oleg.id)


async def test_a_manager_code_opens_once_and_not_after_a_quarter_of_an_hour(house: House) -> None:
    code = manager_code(house)
    maria, oleg, late = (house.person(name) for name in ("Maria", "Oleg", "Late"))
    await maria.starts(code)
    await maria.sees("Which language")

    await oleg.starts(code)
    await oleg.sees("This invitation has been used already")
    fresh = manager_code(house)
    await house.passes(minutes=16)
    await late.starts(fresh)

    await late.sees("This invitation has run out")
    assert await nobody(house, oleg.id)
    assert await nobody(house, late.id)


async def test_a_mentees_link_makes_nobody_a_mentor(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera Dimova")
    await vera.starts(links.mentees)
    await vera.presses("English")

    question = await vera.sees("Which one are you?")

    assert not any("Anton" in label for row in question.buttons for label in row)


async def a_second_manager(house: House, name: str) -> Person:
    """Of the same programme; reads Bulgarian."""
    person = house.person(name, speaks="bg")

    def appoint(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        known = record.people.add(telegram_id=person.id, name=name, language=Language.BG, zone="Europe/Sofia", now=now)
        record.managers.add(known.id, programme.id, now)

    await house.bot.changes.make(appoint)
    await person.starts()
    await person.sees(f"Здравейте, {name}")
    return person


async def test_two_managers_work_side_by_side(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    georgi = await a_second_manager(house, "Georgi Kirov")

    oleg = house.person("Oleg Danev")
    await oleg.starts(links.mentees)
    await oleg.presses("English")
    await oleg.presses("I'm not on the list")
    await oleg.says("Oleg Danev")
    await maria.sees("wants to join Nova and is not on your list")
    question = await georgi.sees("иска да се включи в Nova, но не е в списъка Ви")
    await georgi.presses("Да", on=question)

    await oleg.sees("six lines about your data")
    await georgi.sees("може да се включи в Nova")
    settled = await maria.sees("may join Nova")
    assert not any("Let in" in label for row in settled.buttons for label in row)
