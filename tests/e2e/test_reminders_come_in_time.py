"""Reminders after an outage, on the day when the clocks change, in quiet hours, and once more when somebody asks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from simulator.clock import Clock
from simulator.server import Simulator
from tests.e2e.a_group import Nova, a_nova, all_is_handled
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.test_a_session_from_plan_to_digest import Nova as ManagedNova
from tests.e2e.test_a_session_from_plan_to_digest import a_nova as a_managed_nova

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from simulator.persons import Person

ENGLISH = {
    "settings": "Settings",
    "reminders": "⏰ Reminders",
    "which": "When shall I remind you",
    "woken": "Also in quiet hours",
    "quiet": "Quiet hours",
    "soon": "Nova meets soon",
    "begins": "Nova begins now",
    "together": "Not to forget",
    "diary": "Diary of Nova",
    "ten": "In 10 minutes",
    "again": "I will remind you again",
    "sessions": "My sessions",
    "plan": "Plan a session",
    "one kind": "Entrepreneurship",
    "other kind": "Employability",
    "place": ("In the group's chat", "Confirm"),
    "planned": "A new session of Nova",
}
BULGARIAN = {
    "settings": "Настройки",
    "reminders": "⏰ Напомняния",
    "which": "Кога да Ви напомням за среща",
    "woken": "И в тихите часове",
    "quiet": "Тихи часове",
    "soon": "Наближава срещата на Nova",
    "begins": "започва сега",
    "together": "Да не забравите",
    "diary": "Дневник за Nova",
    "ten": "След 10 минути",
    "again": "Ще Ви напомня отново",
    "sessions": "Моите срещи",
    "plan": "Насрочване на среща",
    "one kind": "Предприемачество",
    "other kind": "Заетост",
    "place": ("В чата на групата", "Потвърждавам"),
    "planned": "Нова среща на Nova",
}
BOTH = pytest.mark.parametrize(
    ("speaks", "words"), [(Language.EN, ENGLISH), (Language.BG, BULGARIAN)], ids=["en", "bg"]
)


async def plans(
    nova: Nova | ManagedNova, words: Mapping[str, object], *, day: str, hour: str, kind: str = "one kind"
) -> None:
    said = await nova.anton.says("/sessions")
    await nova.anton.sees(str(words["sessions"]), after=said)
    for label in (words["plan"], words[kind], day, hour, *words["place"]):  # type: ignore[misc]
        await nova.anton.presses(str(label))
    for person in (nova.vera, nova.anton):
        await person.sees(str(words["planned"]), after=said)


def times(person: Person, words: str) -> int:
    return len([seen for seen in person.messages() if words in seen.text])


@BOTH
async def test_after_an_outage_each_gets_what_still_matters_in_one_message(
    tmp_path: Path, speaks: Language, words: Mapping[str, object]
) -> None:
    """Thirty hours: Friday's session is over, Saturday's is tomorrow; Friday's last reminder is of no use any more."""
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path) as bot:
            house = House(sim=sim, bot=bot, folder=tmp_path)
            nova = await a_managed_nova(house, bulgarian=speaks is Language.BG)
            await plans(nova, words, day="27", hour="10:00")
            await plans(nova, words, day="28", hour="17:00", kind="other kind")
            await house.passes(days=3)
            await nova.vera.sees(str(words["soon"]))
            await all_is_handled(house)

        sim.clock.advance(timedelta(hours=30))
        before = await nova.vera.says("/home")
        async with bot_on(sim, tmp_path) as bot:
            await bot.ticker.tick()
            both = await nova.vera.sees(str(words["together"]), after=before)
            await nova.maria.sees("reminders became useless")

            assert str(words["diary"]) in both.text
            assert "17:00" in both.text
            await bot.ticker.tick()
            await all_is_handled(House(sim=sim, bot=bot, folder=tmp_path))
            assert times(nova.vera, str(words["together"])) == 1
            assert times(nova.vera, str(words["soon"])) == 1
            assert times(nova.vera, str(words["begins"])) == 0


async def test_whoever_looks_after_the_bot_hears_that_its_clock_was_set_and_nothing_comes_twice(house: House) -> None:
    nova = await a_managed_nova(house)
    await plans(nova, ENGLISH, day="27", hour="18:00")
    await house.passes(days=3, hours=7)
    await nova.vera.sees("Nova meets soon")

    house.sim.clock.sets(timedelta(hours=-3))
    await house.passes(minutes=0)
    await nova.maria.sees("jumped back by 180 minutes")
    await house.passes(hours=3, minutes=2)
    await all_is_handled(house)

    assert times(nova.vera, "Nova meets soon") == 1


async def test_on_the_day_when_the_clocks_change_reminders_are_a_day_and_an_hour_of_time_before(tmp_path: Path) -> None:
    """In Sofia they go from 3 to 4 on Sunday, 28 March 2027: a day before 18:00 it is 17:00."""
    clock = Clock(stands_at=datetime(2027, 3, 22, 9, tzinfo=UTC))
    async with Simulator.start(clock=clock) as sim, bot_on(sim, tmp_path) as bot:
        house = House(sim=sim, bot=bot, folder=tmp_path)
        nova = await a_nova(house)
        await plans(nova, ENGLISH, day="28", hour="18:00")
        await house.passes(days=5, hours=5, minutes=59)
        await all_is_handled(house)
        assert times(nova.vera, "Nova meets soon") == 0

        await house.passes(minutes=1)
        first = await nova.vera.sees("Nova meets soon")
        await house.passes(hours=23)
        last = await nova.vera.sees("Nova meets soon", after=first)

        assert "Sun 28 Mar, 18:00" in first.text
        assert "Sun 28 Mar, 18:00" in last.text


@BOTH
async def test_whoever_agrees_is_reminded_in_quiet_hours_too_and_once_more_in_ten_minutes(
    house: House, speaks: Language, words: Mapping[str, object]
) -> None:
    """Vera's are from 18 to 23: the reminder of the day before waits for their end, the last one does not."""
    nova = await a_nova(house, speaks=speaks)
    await plans(nova, words, day="27", hour="20:00")
    said = await nova.vera.says("/settings")
    await nova.vera.sees(str(words["settings"]), after=said)
    await nova.vera.presses(str(words["quiet"]))
    await nova.vera.says("18-23")
    await nova.vera.sees("18:00–23:00", after=said)
    await nova.vera.presses(str(words["reminders"]))
    await nova.vera.sees(str(words["which"]), after=said)
    await nova.vera.presses(str(words["woken"]))
    await all_is_handled(house)

    await house.passes(days=4, hours=7, minutes=1)
    first = await nova.vera.sees(str(words["soon"]))
    await house.passes(minutes=59)
    last = await nova.vera.sees(str(words["soon"]), after=first)
    toast = await nova.vera.presses(str(words["ten"]), on=last)
    assert str(words["again"]) in (toast.text or "")
    await house.passes(minutes=10)

    await nova.vera.sees(str(words["soon"]), after=last)
