"""Whoever types instead of pressing, on an old phone or in Latin letters, gets as far as everybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from simulator.attachments import pdf
from tests.e2e.a_group import a_nova
from tests.e2e.setting_up import a_group, a_manager

if TYPE_CHECKING:
    from simulator.persons import Person
    from simulator.views import View
    from tests.e2e.conftest import House

PDF = pdf("essay")


async def types(person: Person, words: str, sees: str) -> View:
    """And is answered below."""
    said = await person.says(words)
    return await person.sees(sees, after=said)


async def test_a_mentee_joins_hands_in_and_a_mentor_accepts_without_one_press(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova"])
    vera, anton = house.person("Vera Dimova"), house.person("Anton Ivanov")
    for person, link in ((vera, links.mentees), (anton, links.mentor)):
        await person.starts(link)
        await types(person, "english", "Which one are you")
        await types(person, person.name, "six lines about your data")
        await types(person, "OK", "Welcome")

    await vera.sends_document("essay.pdf", PDF)
    await anton.sees("S-1001 from Vera")
    await types(anton, "accept", "S-1001")
    await vera.sees("S-1001 is accepted")
    await types(vera, "my documents", "📄 My documents")
    await types(vera, "home", "Hello, Vera")
    await types(anton, "MY SESSIONS", "No session is planned")


@pytest.mark.parametrize(
    ("typed", "sees"),
    [
        ("Настройки", "Тихи часове"),
        ("nastroiki", "Тихи часове"),
        ("settings", "Тихи часове"),
        ("pomosht", "Аз съм бот"),
        ("pomo6t", "Аз съм бот"),
        ("moite sreshti", "Още няма насрочена среща"),
        ("Моите срещи!", "Още няма насрочена среща"),
        ("o6te", "Всичко друго"),
        ("dokumenti", "Още нищо не сте предали"),
        ("Kakvo sledva", "Здравейте, Vera"),
        ("абракадабра", "Здравейте, Vera"),
    ],
)
async def test_bulgarian_in_latin_letters_opens_the_same_doors(house: House, typed: str, sees: str) -> None:
    nova = await a_nova(house, speaks=Language.BG)

    await types(nova.vera, typed, sees)


async def test_what_stands_on_the_last_card_can_be_typed_in_either_language_or_by_its_number(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await types(nova.vera, "настройки", "Тихи часове")

    await types(nova.vera, "chasova zona", "Къде се намирате?")
    await types(nova.vera, "Африка", "Натиснете град")
    await types(nova.vera, "Cairo", "Кайро")
    await types(nova.vera, "obratno sofiq", "София")
    await types(nova.vera, "quiet hours", "Кога да не Ви безпокоя?")
    await types(nova.vera, "22–07", "22:00–07:00")
    await types(nova.vera, "2", "Къде се намирате?")


async def test_an_answer_that_is_asked_for_in_words_stays_words(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.presses("Return with comment")
    await nova.anton.sees("What should be corrected?")

    await nova.anton.says("ok")

    assert "Anton: ok" in (await nova.vera.sees("Please correct")).text


async def test_a_yes_to_a_session_is_noted_and_said(house: House) -> None:
    nova = await a_nova(house)
    await nova.anton.says("/sessions")
    for label in ("Plan a session", "Employability", "27", "18:00", "In the group's chat", "Confirm"):
        await nova.anton.presses(label)
    await nova.vera.sees("Are you coming")

    await types(nova.vera, "da", "Your mentor sees that you are coming")

    await nova.anton.sees("Vera: ✅ Coming")


async def test_what_cannot_be_taken_back_is_not_done_at_a_word(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.vera.sees("S-1001 has arrived")

    asked = await types(nova.vera, "take it back", "please press the button")
    await nova.anton.sees("S-1001 from Vera")
    await nova.vera.presses("Take it back", on=asked)

    await nova.vera.sees("is taken back")


async def test_a_yes_alone_cancels_nothing_but_the_button_s_own_words_do(house: House) -> None:
    nova = await a_nova(house)
    await nova.anton.says("/sessions")
    for label in (
        "Plan a session",
        "Employability",
        "27",
        "18:00",
        "In the group's chat",
        "Confirm",
        "Cancel the session",
    ):
        await nova.anton.presses(label)

    await types(nova.anton, "yes", "Cancel this session?")
    await nova.vera.sees_no("cancelled")
    await nova.anton.says("yes, cancel it")

    await nova.vera.sees("cancelled")


async def test_words_in_the_group_are_never_taken_for_a_press(house: House) -> None:
    nova = await a_nova(house)

    await nova.vera.says("Help", in_=nova.chat)
    said = await nova.vera.says("help")
    await nova.vera.sees("I am a bot", after=said)

    await nova.ilya.sees_no("I am a bot", in_=nova.chat)
