"""Language, zone, quiet hours and when news comes: set in chat by everybody for themselves, and undone as easily."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from simulator.attachments import pdf
from tests.e2e.a_group import Nova, a_nova
from tests.e2e.setting_up import happened

if TYPE_CHECKING:
    from simulator.persons import Person
    from tests.e2e.conftest import House

PDF = pdf("essay")


async def settings(person: Person, *, title: str = "Settings") -> None:
    said = await person.says("/settings")
    await person.sees(title, after=said)


async def plan_a_session(nova: Nova, *, day: str = "27", hour: str = "18:00") -> None:
    await nova.anton.says("/sessions")
    for label in ("Plan a session", "Employability", day, hour, "In the group's chat", "Confirm"):
        await nova.anton.presses(label)
    await nova.vera.sees("A new session of Nova")


async def test_a_traveller_sees_their_own_time_and_nobody_else_does(house: House) -> None:
    nova = await a_nova(house)
    await plan_a_session(nova)
    await settings(nova.vera)

    await nova.vera.presses("Time zone")
    await nova.vera.presses("Asia")
    await nova.vera.presses("Dubai")

    await nova.vera.sees("Your time: Dubai, 13:00 now")
    said = await nova.vera.says("/sessions")
    await nova.vera.sees("My sessions", after=said)
    await nova.vera.presses("27")
    assert "20:00" in (await nova.vera.sees("Session of Nova", after=said)).text
    said = await nova.ilya.says("home")
    assert "18:00" in (await nova.ilya.sees("Next:", after=said)).text


ZONES = {
    Language.EN: ("Settings", "Time zone", "America", "New York", "Back to Sofia"),
    Language.BG: ("Настройки", "Часова зона", "Америка", "Ню Йорк", "Обратно: София"),
}
TIMES = {
    Language.EN: ("Your time: New York, 04:00 now", "Your time: Sofia, 11:00 now"),
    Language.BG: ("Вашето време: Ню Йорк, сега е 04:00", "Вашето време: София, сега е 11:00"),
}


@pytest.mark.parametrize("language", Language)
async def test_a_changed_zone_goes_back_with_one_tap(house: House, language: Language) -> None:
    nova = await a_nova(house, speaks=language)
    title, *labels, back = ZONES[language]
    there, here = TIMES[language]
    await settings(nova.vera, title=title)
    for label in labels:
        await nova.vera.presses(label)
    await nova.vera.sees(there)

    await nova.vera.presses(back)

    await nova.vera.sees(here)


async def test_a_shared_location_says_where_somebody_is_but_only_when_asked(house: House) -> None:
    nova = await a_nova(house)
    sent = await nova.vera.sends_location(25.2, 55.3)
    await nova.vera.sees("This is nothing that I can hand in", after=sent)

    await settings(nova.vera)
    await nova.vera.presses("Time zone")
    await nova.vera.presses("By my location")
    await nova.vera.sees("keep nothing else")
    await nova.vera.sends_location(42.5, 27.47)
    await nova.vera.sees("Your time: Sofia")
    await nova.vera.presses("Time zone")
    await nova.vera.sends_location(41.68, 26.56)

    await nova.vera.sees("Your time: Istanbul")


async def test_reminders_wait_for_the_end_of_ones_own_quiet_hours(house: House) -> None:
    nova = await a_nova(house)
    await plan_a_session(nova, hour="10:00")
    await settings(nova.vera)
    await nova.vera.presses("Quiet hours")
    await nova.vera.says("23-12")
    await nova.vera.sees("Quiet hours: 23:00–12:00")

    await house.passes(days=2, hours=23, minutes=5)
    await nova.ilya.sees("Nova meets soon")
    await nova.vera.sees_no("Nova meets soon")
    await house.passes(hours=2)

    await nova.vera.sees("Nova meets soon")


QUIET = {
    Language.EN: ("Settings", "Quiet hours", "None", "Quiet hours: none", "As in the programme"),
    Language.BG: ("Настройки", "Тихи часове", "Без", "Тихи часове: няма", "Както в програмата"),
}
AS_IN_PROGRAMME = {
    Language.EN: "Quiet hours: 21:00–08:00, as in the programme",
    Language.BG: "Тихи часове: 21:00–08:00, както в програмата",
}


@pytest.mark.parametrize("language", Language)
async def test_quiet_hours_can_be_switched_off_and_given_back_to_the_programme(
    house: House, language: Language
) -> None:
    nova = await a_nova(house, speaks=language)
    title, door, none, off, usual = QUIET[language]
    await settings(nova.vera, title=title)
    await nova.vera.presses(door)
    await nova.vera.presses(none)
    await nova.vera.sees(off)

    await nova.vera.presses(door)
    await nova.vera.presses(usual)

    await nova.vera.sees(AS_IN_PROGRAMME[language])


async def test_a_mentor_who_wants_news_twice_a_day_gets_one_message_that_opens_each(house: House) -> None:
    nova = await a_nova(house)
    await settings(nova.anton)
    await nova.anton.presses("News twice a day")
    await nova.anton.sees("together at 12:00 and 18:00")
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.vera.sees("S-1001 has arrived")
    await nova.ilya.sends_document("letter.pdf", PDF + b"2")
    await nova.ilya.sees("S-1002 has arrived")
    await nova.anton.sees_no("S-1001 from Vera")

    await house.passes(hours=1)

    bundle = await nova.anton.sees("2 submissions wait for your review: S-1001 (Vera), S-1002 (Ilya)")
    await nova.anton.presses("To review", on=bundle)
    await nova.anton.presses("S-1001")
    await nova.anton.presses("Accept", on=await nova.anton.sees("S-1001 from Vera"))
    await nova.vera.sees("S-1001 is accepted")
    await nova.anton.sees("Your news, all together")
    await settings(nova.anton)
    await nova.anton.presses("News at once")
    await nova.vera.sends_document("third.pdf", PDF + b"3")
    await nova.anton.sees("S-1003 from Vera")


async def test_what_is_urgent_comes_at_once_all_the_same(house: House) -> None:
    nova = await a_nova(house)
    await settings(nova.vera)
    await nova.vera.presses("News twice a day")
    await nova.vera.sees("together at 12:00 and 18:00")

    await plan_a_session(nova, day="24", hour="10:00")

    await nova.vera.says("/help")
    await nova.vera.presses("Talk to a person")
    await nova.vera.presses("Write to Anton")
    await nova.vera.says("I'll be there")
    await nova.anton.sees("Vera writes to you")


async def test_settings_survive_a_language_change_and_everybody_keeps_their_own(house: House) -> None:
    nova = await a_nova(house)
    await settings(nova.vera)
    await nova.vera.presses("Български")
    await nova.vera.sees("Език: български")

    said = await nova.ilya.says("/home")
    await nova.ilya.sees("Hello, Ilya", after=said)
    await happened(house, lambda record: (one := record.people.by_telegram_id(nova.ilya.id)) and one.language == "en")
