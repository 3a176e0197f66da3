"""One session on several clocks: everybody reads their own, the group reads all; and the day when clocks change."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mentoring.people import Language
from simulator.clock import Clock
from simulator.server import Simulator
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.conftest import House, bot_on

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.persons import Person

THE_FRIDAY_BEFORE = datetime(2027, 3, 26, 9, tzinfo=UTC)


async def lives_in(person: Person, region: str, city: str, told: str) -> None:
    """Set in the settings, in either language."""
    await person.says("/settings")
    await person.presses("🕐")
    await person.presses(region)
    await person.presses(city)
    await person.sees(told)


async def plans(mentor: Person, *, said: str, read_back: str) -> None:
    await mentor.says("/sessions")
    await mentor.presses("Plan a session")
    await mentor.presses("Employability")
    await mentor.sees("On which day?")
    await mentor.says(said)
    await mentor.sees(read_back)
    await mentor.presses("In the group's chat")
    await mentor.sees("Is it right?")
    await mentor.presses("Confirm")


async def test_the_group_reads_the_clock_of_each_zone_and_everybody_their_own(house: House) -> None:
    nova = await a_nova(house)
    await lives_in(nova.ilya, "Asia", "Dubai", "Your time: Dubai")

    await plans(nova.anton, said="Friday 18:00", read_back="Fri 27 Nov, 18:00 (Sofia)")

    post = await nova.vera.sees("🌍", in_=nova.chat)
    assert "🌍 18:00 Sofia · 20:00 Dubai" in post.text
    assert "Fri 27 Nov, 18:00" in (await nova.vera.sees("A new session of Nova")).text
    assert "Fri 27 Nov, 20:00" in (await nova.ilya.sees("A new session of Nova")).text


async def test_several_times_are_proposed_on_every_clock_and_to_each_on_their_own(house: House) -> None:
    nova = await a_nova(house)
    await lives_in(nova.ilya, "Asia", "Dubai", "Your time: Dubai")
    await nova.anton.says("/sessions")
    await nova.anton.presses("Plan a session")
    for key in (
        "Employability",
        "27",
        "18:00",
        "In the group's chat",
        "Propose another",
        "28",
        "9:00",
        "Ask the group",
    ):
        await nova.anton.presses(key)

    post = await nova.vera.sees("When can we meet?", in_=nova.chat)
    assert "🌍 18:00 Sofia · 20:00 Dubai" in post.text
    assert "🌍 09:00 Sofia · 11:00 Dubai" in post.text
    assert "• Fri 27 Nov, 20:00" in (await nova.ilya.sees("Press every time at which you can.")).text
    assert "• Fri 27 Nov, 18:00" in (await nova.vera.sees("Press every time at which you can.")).text


async def test_a_mentor_who_travels_plans_by_their_own_clock_and_reads_it_back(house: House) -> None:
    nova = await a_nova(house)
    await lives_in(nova.anton, "Asia", "Tokyo", "Your time: Tokyo")

    await plans(nova.anton, said="Saturday at 1:30 am", read_back="Sat 28 Nov, 01:30 (Tokyo)")

    assert "Fri 27 Nov, 18:30" in (await nova.vera.sees("A new session of Nova")).text
    post = await nova.vera.sees("🌍", in_=nova.chat)
    assert "🌍 18:30 Sofia · Sat 28 Nov, 01:30 Tokyo" in post.text


async def test_a_session_after_the_clocks_change_keeps_its_hour_in_bulgarian(tmp_path: Path) -> None:
    async with Simulator.start(clock=Clock(stands_at=THE_FRIDAY_BEFORE)) as sim, bot_on(sim, tmp_path) as bot:
        house = House(sim=sim, bot=bot, folder=tmp_path)
        nova = await a_nova(house, speaks=Language.BG)
        await lives_in(nova.ilya, "Америка", "Ню Йорк", "Вашето време: Ню Йорк")
        await nova.anton.says("/sessions")
        await nova.anton.presses("Насрочване на среща")
        await nova.anton.presses("Заетост")
        await nova.anton.sees("Кой ден?")
        await nova.anton.says("неделя, 28.03, 03:30")
        await nova.anton.sees("може да се сменя лятното или зимното време")
        await nova.anton.says("неделя, 28.03, 18 ч.")
        await nova.anton.presses("В чата на групата")
        await nova.anton.presses("Потвърждавам")

        assert "нд, 28.03, 18:00" in (await nova.vera.sees("Нова среща на Nova")).text
        assert "нд, 28.03, 11:00" in (await nova.ilya.sees("Нова среща на Nova")).text
        await house.passes(days=2, hours=4, minutes=55)
        day_before = await nova.vera.sees("Наближава срещата")
        await all_is_handled(house)
        assert len([seen for seen in nova.vera.messages() if "Наближава срещата" in seen.text]) == 1
        await house.passes(minutes=10)
        hour_before = await nova.vera.sees("Наближава срещата", after=day_before)
        assert "нд, 28.03, 18:00" in hour_before.text
