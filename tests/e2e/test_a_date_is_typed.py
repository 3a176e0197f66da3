"""A session's day and time are typed instead of pressed: read back with weekday and zone, and asked about in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Language
from tests.e2e.a_group import a_nova

if TYPE_CHECKING:
    from tests.e2e.conftest import House


async def test_what_can_mean_two_days_is_asked_about_and_read_back(house: House) -> None:
    nova = await a_nova(house)
    await nova.anton.says("/sessions")
    await nova.anton.presses("Plan a session")
    await nova.anton.presses("Employability")
    await nova.anton.sees("On which day?")

    await nova.anton.says("next Tue 6pm")
    asked = await nova.anton.sees("That can mean more than one thing")
    assert [row for row in asked.buttons if ", 18:00" in row[0]] == [("Tue 24 Nov, 18:00",), ("Tue 1 Dec, 18:00",)]
    await nova.anton.presses("Tue 1 Dec, 18:00")
    await nova.anton.sees("How do you meet?")
    await nova.anton.presses("In the group's chat")

    assert "Tue 1 Dec, 18:00 (Sofia)" in (await nova.anton.sees("Is it right?")).text
    await nova.anton.presses("Confirm")
    assert "Tue 1 Dec, 18:00" in (await nova.vera.sees("A new session of Nova")).text


async def test_day_and_hour_in_one_message_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.anton.says("/sessions")
    await nova.anton.presses("Насрочване на среща")
    await nova.anton.sees("Каква е срещата?")

    await nova.anton.says("петък, 28.11, шест и половина вечерта")
    asked = await nova.anton.sees("Денят от седмицата и датата не съвпадат")
    assert [row[0] for row in asked.buttons[:2]] == ["пт, 27 ноември, 18:30", "сб, 28 ноември, 18:30"]
    await nova.anton.presses("пт, 27 ноември, 18:30")
    assert "пт, 27 ноември, 18:30 (София)" in (await nova.anton.sees("18:30 (София)")).text
    await nova.anton.presses("Заетост")
    await nova.anton.presses("В чата на групата")
    await nova.anton.presses("Потвърждавам")

    assert "пт, 27.11, 18:30" in (await nova.vera.sees("Нова среща на Nova")).text
