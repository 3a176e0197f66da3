"""From the operator's code to a group with everybody in it; then the programme's lines, changed one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from simulator.persons import Person
from tests.e2e.setting_up import a_group, a_manager, happened, joins, manager_code, payload_on

if TYPE_CHECKING:
    from mentoring.groups import Programme
    from simulator.groups import Group
    from simulator.views import View
    from tests.e2e.conftest import House

MOST_ACTIONS = 12
STARTGROUP = re.compile(r"\?startgroup=([\w-]+)")
RIGHTS = ("can_invite_users", "can_pin_messages")
MENTEES = {
    "en": ("Vera Dimova", "Ilya Kolev", "Petya Hristova", "Ivan Stoyanov"),
    "bg": ("Вера Димова", "Илия Колев", "Петя Христова", "Иван Стоянов"),
}


@dataclass
class Counted:
    """Somebody all of whose actions are counted: each message, each tap on a button, each poster passed on as one.

    So is the Telegram group that is picked, in Telegram's own list behind the button.
    """

    person: Person
    actions: int = 0

    async def starts(self, payload: str) -> None:
        self.actions += 1
        await self.person.starts(payload)

    async def says(self, words: str, answer: str) -> View:
        self.actions += 1
        return await self.person.sees(answer, after=await self.person.says(words))

    async def presses(self, label: str, answer: str) -> View:
        self.actions += 1
        await self.person.presses(label)
        return await self.person.sees(answer)

    async def adds_bot(self, label: str, chat: Group) -> None:
        self.actions += 1
        link = (await self.person.presses(label)).url
        self.actions += 1
        found = STARTGROUP.search(link or "")
        assert found is not None, link
        chat.adds_bot(by=self.person, rights=RIGHTS, payload=found[1])

    def passes_on(self, poster: View) -> str:
        self.actions += 1
        return payload_on(poster)


WORDS = {
    "en": {
        "name": "Maria Petrova",
        "language": "English",
        "which language": "Which language",
        "which name": "What is your name",
        "organisation": "Which organisation",
        "plan": "Is this right",
        "mentor": "Who is the mentor of Nova",
        "mentees": "Who are the mentees of Nova",
        "listed": "has not joined yet",
        "links": "Links and posters",
        "add": "Add me to a group",
        "for the mentor": "Nova: for the mentor",
        "for the mentees": "Nova: for the mentees",
        "connected": "I can invite people",
        "Anton": "Anton Ivanov",
    },
    "bg": {
        "name": "Мария Петрова",
        "language": "Български",
        "which language": "Кой език",
        "which name": "Как се казвате",
        "organisation": "Коя организация",
        "plan": "Вярно ли е",
        "mentor": "Кой е менторът на Nova",
        "mentees": "Кои са участниците в Nova",
        "listed": "още не е в групата",
        "links": "Връзки и плакати",
        "add": "Добавяне на бота в група",
        "for the mentor": "Nova: за ментора",
        "for the mentees": "Nova: за участниците",
        "connected": "Мога да каня хора",
        "Anton": "Антон Иванов",
    },
}


async def programme_of(house: House) -> Programme:
    programme = await house.bot.changes.make(lambda record, _: record.programmes.first())
    assert programme is not None
    return programme


@pytest.mark.parametrize("speaks", ["en", "bg"])
async def test_twelve_actions_lead_from_the_code_to_a_whole_group_in_its_chat(house: House, speaks: str) -> None:
    words, mentees = WORDS[speaks], MENTEES[speaks]
    maria = Counted(house.person(words["name"], speaks=speaks))
    await maria.starts(manager_code(house))
    await maria.person.sees(words["which language"])
    await maria.presses(words["language"], words["which name"])
    await maria.presses(words["name"], words["organisation"])
    await maria.says("Open Doors", words["plan"])
    await maria.says("Nova", words["mentor"])
    await maria.says(words["Anton"], words["mentees"])
    await maria.says("\n".join(mentees), words["listed"])
    await maria.presses(words["links"], words["for the mentor"])
    for_mentor = maria.passes_on(await maria.person.sees(words["for the mentor"]))
    for_mentees = maria.passes_on(await maria.person.sees(words["for the mentees"]))
    await maria.adds_bot(words["add"], house.sim.group("Nova", owner=maria.person))
    await maria.person.sees(words["connected"])

    is_bulgarian = speaks == "bg"
    await joins(house.person(words["Anton"], speaks=speaks), for_mentor, bulgarian=is_bulgarian)
    for name in mentees:
        await joins(house.person(name, speaks=speaks), for_mentees, bulgarian=is_bulgarian)

    await maria.person.sees(f"✅ {mentees[-1]}")
    assert maria.actions == MOST_ACTIONS


async def test_the_preview_shows_the_calendar_and_each_line_can_be_changed_before_the_first_group(
    house: House,
) -> None:
    maria = await a_manager(house)
    plan = await maria.sees("Is this right")
    for line in ("23 Nov 2026 – 22 May 2027", "26 weeks", "6 sessions", "half-way about", "English, български"):
        assert line in plan.text

    await maria.presses("Period")
    await maria.sees("How long does it run")
    await maria.presses("9 months")
    await maria.sees("23 Nov 2026 – 22 Aug 2027")
    await maria.presses("Period")
    await maria.says("soon")
    await maria.sees("I didn't understand this")
    await maria.says("11.1.2027 - 30.6.2027")
    await maria.sees("11 Jan 2027 – 30 Jun 2027")
    await maria.presses("Time zone")
    await maria.says("Мадрид")
    await maria.sees("Time of Madrid")
    await maria.presses("Documents")
    await maria.presses("List of participants")
    await maria.presses("Back")
    await maria.sees("Optional documents: T10")
    again = await maria.says("yes")
    await maria.sees("What is the new group called", after=again)
    await maria.says("Nova")
    await maria.sees("Who is the mentor of Nova")


async def test_a_new_manager_who_starts_anew_half_way_goes_on_where_they_were(house: House) -> None:
    maria = house.person("Maria Petrova")
    code = manager_code(house)
    await maria.starts(code)
    await maria.sees("Which language")

    again = await maria.starts(code)
    await maria.sees("Which language", after=again)
    await maria.presses("English")
    again = await maria.starts()
    await maria.sees("What is your name", after=again)
    await maria.says("…")
    await maria.says("Maria Petrova")
    await maria.sees("Which organisation")
    again = await maria.starts()
    await maria.sees("Which organisation", after=again)
    await maria.says("Open Doors")

    await maria.sees("Is this right")


async def test_a_prolonged_programme_moves_what_is_linked_to_its_end_and_tells_the_mentors(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova"])
    anton, vera = house.person("Anton Ivanov"), house.person("Vera Dimova")
    await joins(anton, links.mentor)
    await joins(vera, links.mentees)
    await happened(house, lambda record: record.people.by_telegram_id(vera.id))

    await maria.starts()
    await maria.presses("More")
    await maria.presses("Programme")
    await maria.sees("Programme settings")
    await maria.presses("Period")
    await maria.says("22.8.2027")
    asked = await maria.sees("What is linked to the end moves with it")
    assert "1 mentor is told" in asked.text
    assert (await programme_of(house)).ends_on == date(2027, 5, 22)
    await maria.presses("Change it")

    await maria.sees("23 Nov 2026 – 22 Aug 2027")
    await anton.sees("goes on for longer: its last day is now 22 Aug 2027")
    assert not [one for one in vera.messages() if "its last day" in one.text]
    await house.passes(days=(30 + 31 + 31 + 28 + 31 + 30 + 8))
    assert not [one for one in maria.messages() if "ends on" in one.text]
    await house.passes(days=70)
    await maria.sees("ends on 22 Aug 2027; 1 group is running")


async def test_what_cannot_be_is_refused_with_its_reason(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova"])
    vera = house.person("Вера", speaks="bg")
    await vera.starts(links.mentees)
    await vera.presses("Български")
    await vera.presses("Vera Dimova")
    await vera.presses("Да, включвам се")
    await vera.sees("Добре дошли")

    await maria.starts()
    await maria.presses("More")
    await maria.presses("Programme")
    await maria.sees("Programme settings")
    await maria.presses("Languages")
    await maria.sees("Which languages can people choose")
    toast = await maria.presses("Български")

    assert toast.text == "Somebody reads this language, so it stays. Nothing was changed."
    assert (await programme_of(house)).languages == (Language.EN, Language.BG)


async def test_other_quiet_hours_say_whom_they_touch_before_they_hold(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova"])
    await joins(house.person("Vera Dimova"), links.mentees)

    await maria.starts()
    await maria.presses("More")
    await maria.presses("Programme")
    await maria.presses("Quiet hours")
    await maria.sees("leave people in peace")
    await maria.presses("22–07")
    await maria.sees("The reminders of 1 person are planned anew")
    await maria.presses("Leave it")
    await maria.sees("quiet 21:00–08:00")
    await maria.presses("Quiet hours")
    await maria.says("от 22 до 7 ч.")
    await maria.sees("Quiet hours 22:00–07:00")
    await maria.says("no")
    await maria.sees("quiet 21:00–08:00")
    await maria.presses("Quiet hours")
    await maria.says("22-7")
    await maria.sees("Quiet hours 22:00–07:00")
    await maria.says("change it")

    await maria.sees("quiet 22:00–07:00")


async def test_the_settings_speak_bulgarian(house: House) -> None:
    maria = house.person("Мария Петрова", speaks="bg")
    await maria.starts(manager_code(house))
    await maria.presses("Български")
    await maria.presses("Мария Петрова")
    await maria.says("Отворени врати")
    await maria.sees("Вярно ли е")
    await maria.presses("Период")
    await maria.says("някога")
    await maria.sees("Не Ви разбрах")
    await maria.says("до 30.6.2027 г.")
    await maria.sees("30.06.2027")
    await maria.says("Нова")
    await maria.sees("Кой е менторът на Нова")
    await maria.starts()
    await maria.presses("Още")
    await maria.presses("Програма")
    await maria.sees("Настройки на програмата")
    await maria.presses("Спешни контакти")
    await maria.says("Мария, 0888 123 456")
    await maria.sees("При спешност: Мария, 0888 123 456")
    await maria.presses("Възраст")
    await maria.says("сто")
    await maria.sees("Не Ви разбрах")
    await maria.says("18")
    await maria.sees("Настойник: под 18 години")
