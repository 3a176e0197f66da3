"""A test group beside the real one, and a second programme beside the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.setting_up import a_group, a_manager, happened, joins, manager_code, payload_on

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


async def opens_programme(maria: Person, *, bulgarian: bool = False) -> None:
    """By the doors that everybody finds."""
    await maria.starts()
    await maria.presses("Още" if bulgarian else "More")
    await maria.presses("Програма" if bulgarian else "Programme")
    await maria.sees("Настройки на програмата" if bulgarian else "Programme settings")


async def test_a_test_group_is_used_and_wiped_and_the_real_one_stays(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova"])
    vera = house.person("Vera Dimova")
    await joins(vera, links.mentees)
    await opens_programme(maria)
    await maria.presses("🧪 Test group")
    card = await maria.sees("🧪 Test group\n")
    assert card.text.count("(sample)") == 5
    await maria.presses("Links and posters")
    poster = await maria.sees("🧪 Test group: for the mentees")
    helper = house.person("Boris (sample)")
    await joins(helper, payload_on(poster))
    await helper.sends_document("essay.pdf")
    await happened(house, lambda record: _has_sent(record, helper.id))

    await maria.starts()
    await maria.presses("More")
    await maria.presses("Groups")
    await maria.presses("🧪 Test group")
    await maria.presses("Wipe this test group")
    asked = await maria.sees("goes for good")
    assert "5 places, 1 submission" in asked.text
    await maria.presses("Leave it")
    await maria.presses("Wipe this test group")
    await maria.sees("goes for good")
    await maria.says("yes")
    await maria.presses("Wipe for good")

    await maria.sees("is wiped. Nothing of it is left.")
    assert await house.bot.changes.make(_groups) == ["Nova"]
    await helper.says("Hello?")
    await helper.sees("I don't know you yet")
    greeted = await vera.starts()
    await vera.sees("Hello, Vera Dimova", after=greeted)


def _has_sent(record: SqlRecord, telegram_id: int) -> bool:
    person = record.people.by_telegram_id(telegram_id)
    return person is not None and bool(record.submissions.of_mentee(person.id))


def _groups(record: SqlRecord, _: datetime) -> list[str]:
    programme = record.programmes.first()
    assert programme is not None
    return [one.name for one in record.groups.of_programme(programme.id)]


async def test_a_test_group_speaks_bulgarian_to_a_bulgarian_manager(house: House) -> None:
    maria = house.person("Мария Петрова", speaks="bg")
    await maria.starts(manager_code(house))
    for press in ("Български", "Мария Петрова"):
        await maria.presses(press)
    await maria.says("Отворени врати")
    await maria.sees("Вярно ли е")
    await maria.says("Нова")
    await maria.sees("Кой е менторът на Нова")
    await opens_programme(maria, bulgarian=True)
    await maria.presses("Пробна група")
    card = await maria.sees("🧪 Пробна група\n")
    assert card.text.count("(пример)") == 5
    await maria.presses("Изтриване на пробната група")
    await maria.sees("изчезва завинаги")
    await maria.presses("Изтриване завинаги")

    await maria.sees("е изтрита. Нищо не е останало от нея.")


@pytest.mark.parametrize("second_code", [True, False])
async def test_a_manager_of_two_programmes_chooses_and_reads_them_apart(house: House, *, second_code: bool) -> None:
    maria = await a_manager(house)
    await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova"])
    if second_code:
        await maria.starts(manager_code(house))
    else:
        await opens_programme(maria)
        await maria.presses("Another programme")
    await maria.sees("Which organisation")
    await maria.says("Second Chances")
    await maria.sees("Is this right")
    await maria.presses("That is right")
    await maria.says("Vega")
    await maria.sees("Who is the mentor of Vega")

    await maria.starts()
    await maria.presses("More")
    await maria.presses("New group")
    await maria.sees("In which programme shall the new group be")
    await maria.presses("Second Chances")
    await maria.says("Sirius")
    await maria.sees("Who is the mentor of Sirius")
    await maria.starts()
    await maria.presses("Groups")
    await maria.presses("Nova (Open Doors) · 0 of 2")
    await maria.sees("Anton Ivanov")
