"""Mentors and managers go away; somebody stands in for them, and everything returns by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from handlers.buttons.submissions import Accept
from handlers.codec import pack
from mentoring.ids import SubmissionId
from mentoring.people import Language, Role
from tests.e2e.a_group import a_nova
from tests.e2e.leading_nova import a_manager, a_mentor_elsewhere
from tests.e2e.setting_up import payload_in

if TYPE_CHECKING:
    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.a_group import Nova
    from tests.e2e.conftest import House

PDF = b"%PDF-1.7 essay"
MENTOR = ("More", "My group")


async def goes_away(person: Person, *, deputy: str, last: str = "29.11") -> None:
    """From today, in English, with one place to be away from."""
    await opens_away(person, "I'm away", by_way_of=MENTOR)
    await person.sees("first day away")
    await person.says("23.11.2026")
    await person.sees("Which is the last one?")
    await person.says(last)
    await person.sees("Who stands in for you?")
    await person.presses(deputy)
    await person.presses("Yes, that is right")


async def opens_away(person: Person, label: str, *, by_way_of: tuple[str, ...]) -> None:
    await person.says("/home")
    for door in (*by_way_of, label):
        await person.presses(door)


async def test_a_deputy_gets_what_comes_while_the_mentor_is_away_and_then_it_returns(house: House) -> None:
    nova = await a_nova(house)
    boyana = await a_mentor_elsewhere(house, "Boyana", group="Start")

    await goes_away(nova.anton, deputy="Boyana")
    await nova.anton.sees("Boyana stands in")
    await house.passes(minutes=1)
    await boyana.sees("From now on you stand in for Anton")
    assert "Boyana stands in for Nova" in (await nova.vera.sees("Anton is away", in_=nova.chat)).text

    await nova.vera.sends_document("essay.pdf", PDF)
    assert "Boyana" in (await nova.vera.sees("S-1001 has arrived")).text
    card = await boyana.sees("S-1001 from Vera")
    assert "Nova" in card.text
    await nova.anton.sees_no("S-1001")
    await boyana.presses("Return with comment", on=card)
    await boyana.sees("What should be corrected?")
    await boyana.says("The date is missing")
    assert "Boyana: The date is missing" in (await nova.vera.sees("Please correct S-1001")).text

    await house.passes(days=7)
    await nova.anton.sees("Welcome back")
    await boyana.sees("Anton is back")
    await nova.vera.sees("Anton is back in Nova", in_=nova.chat)
    toast = await boyana.presses_raw(
        await boyana.sees("Anton is back"), pack(Accept(submission_id=SubmissionId(1), version=1))
    )
    assert toast.text == "This isn't open to you. Nothing was changed."
    await nova.ilya.sends_document("second.pdf", PDF)
    await nova.anton.sees("S-1002 from Ilya")
    await boyana.sees_no("S-1002")


BACK = {
    Language.EN: {
        "away": ("More", "My group", "I'm away"),
        "first": "first day away",
        "last": "Which is the last one?",
        "deputy": "Maria (manager)",
        "right": "Is that right?",
        "planned": "Maria stands in",
        "begins": "From now on you stand in for Anton",
        "told": "Anton is away",
        "home": "you are away up to and including",
        "back": "I'm back: Nova",
        "welcome": "Welcome back",
        "ended": "Anton is back",
        "told again": "Anton is back in Nova",
    },
    Language.BG: {
        "away": ("Още", "Моята група", "Отсъствам"),
        "first": "Кой е първият ден",
        "last": "Кой е последният",
        "deputy": "Maria (ръководител)",
        "right": "Така ли е?",
        "planned": "замества Maria",
        "begins": "Отсега замествате Anton",
        "told": "Anton отсъства",
        "home": "отсъствате до",
        "back": "Тук съм отново: Nova",
        "welcome": "Добре дошли отново",
        "ended": "Anton е тук отново",
        "told again": "Anton е отново в Nova",
    },
}


@pytest.mark.parametrize("language", Language)
async def test_whoever_is_back_earlier_sees_at_home_that_they_are_away_and_says_so_with_one_tap(
    house: House, language: Language
) -> None:
    nova, words = await a_nova(house, speaks=language), BACK[language]
    maria = await a_manager(house, speaks=language)
    *doors, label = words["away"]
    await opens_away(nova.anton, label, by_way_of=tuple(doors))
    await nova.anton.sees(str(words["first"]))
    await nova.anton.presses("23")
    await nova.anton.sees(str(words["last"]))
    await nova.anton.presses("30")
    await nova.anton.presses(str(words["deputy"]))
    await nova.anton.sees(str(words["right"]))
    await nova.anton.says({Language.EN: "yes", Language.BG: "да"}[language])
    await nova.anton.sees(str(words["planned"]))
    await house.passes(minutes=1)
    await maria.sees(str(words["begins"]))
    await nova.vera.sees(str(words["told"]), in_=nova.chat)

    said = await nova.anton.says("/home")
    home = await nova.anton.sees(str(words["home"]), after=said)
    await nova.anton.presses(str(words["back"]), on=home)

    await nova.anton.sees(str(words["welcome"]))
    await maria.sees(str(words["ended"]))
    await nova.vera.sees(str(words["told again"]), in_=nova.chat)


async def test_a_deputy_who_cannot_says_so_and_somebody_else_is_chosen(house: House) -> None:
    nova = await a_nova(house)
    boyana = await a_mentor_elsewhere(house, "Boyana", group="Start")
    maria = await a_manager(house)
    await opens_away(nova.anton, "I'm away", by_way_of=MENTOR)
    await nova.anton.says("1.12")
    await nova.anton.sees("Which is the last one?")
    await nova.anton.says("5.12")
    await nova.anton.presses("Boyana (mentor)")
    await nova.anton.presses("Yes, that is right")
    await boyana.sees("has chosen you to stand in")

    await boyana.presses("I can't")
    await nova.anton.sees("Boyana can't stand in for Anton")
    await nova.anton.presses("Maria (manager)")

    await maria.sees("has chosen you to stand in")
    await boyana.sees("you don't stand in for Anton")


async def test_whoever_writes_to_somebody_who_is_away_hears_who_stands_in(house: House) -> None:
    nova = await a_nova(house)
    boyana = await a_mentor_elsewhere(house, "Boyana", group="Start")
    await goes_away(nova.anton, deputy="Boyana")
    await house.passes(minutes=1)
    await boyana.sees("From now on you stand in")

    await nova.vera.says("/help")
    await nova.vera.presses("Talk to a person")
    await nova.vera.presses("Write to Anton")
    await nova.vera.says("When do we meet?")
    word = await nova.vera.sees("Anton is away")

    assert "Boyana stands in" in word.text
    await nova.vera.presses("Write to Boyana", on=word)
    await nova.vera.says("When do we meet, please?")
    await boyana.sees("When do we meet, please?")


async def test_days_that_make_no_sense_are_asked_for_again(house: House) -> None:
    nova = await a_nova(house)
    await a_mentor_elsewhere(house, "Boyana", group="Start")
    await opens_away(nova.anton, "I'm away", by_way_of=MENTOR)

    for nonsense in ("soon", "31.02", "22.11.2026"):
        said = await nova.anton.says(nonsense)
        await nova.anton.sees("I didn't understand this", after=said)
    await nova.anton.says("1.12")
    await nova.anton.sees("Which is the last one?")
    said = await nova.anton.says("30.11.2026")
    await nova.anton.sees("I didn't understand this", after=said)


async def test_a_manager_on_holiday_leaves_alerts_and_approvals_to_a_deputy_by_a_link(house: House) -> None:
    nova = await a_nova(house)
    maria, dora = await a_manager(house), house.person("Dora")
    await opens_away(maria, "I'm away", by_way_of=("Groups",))
    await maria.says("23.11.2026")
    await maria.sees("Which is the last one?")
    await maria.says("6.12")
    assert "You are the only manager" in (await maria.sees("Who stands in for you?")).text
    await maria.presses("Invite a deputy")
    await maria.presses("Yes, that is right")
    link = payload_in((await maria.sees("Whoever opens this link stands in")).text)

    await dora.starts(link)
    await dora.presses("English")
    await dora.presses("Dora")
    await dora.sees("From now on you stand in for Maria")
    await maria.sees("Dora stands in")
    stranger = house.person("Oleg")
    await stranger.starts(link)
    await stranger.sees("has been used already")

    await dora.says("/status")
    await dora.sees("Nova")
    await house.passes(days=7)
    await dora.sees("Mon 30 Nov")
    await maria.sees_no("Your week")
    await house.passes(days=7)
    await dora.sees("Maria is back")
    said = await dora.says("/status")
    await dora.sees("This isn't open to you", after=said)
    assert nova.chat.id


async def test_a_manager_without_a_deputy_is_told_plainly_and_a_second_manager_hears_it_before(house: House) -> None:
    await a_nova(house, speaks=Language.BG)
    maria = await a_manager(house, speaks=Language.BG)
    await opens_away(maria, "Отсъствам", by_way_of=("Групи",))
    await maria.says("1.12")
    await maria.sees("Кой е последният")
    await maria.says("6.12")
    await maria.presses("Никой")
    await maria.sees("никой друг няма да разбере")
    await maria.presses("Начало")

    petar = await a_manager(house, "Petar", speaks=Language.BG)
    await opens_away(maria, "Отсъствам", by_way_of=("Групи",))
    await maria.says("1.12")
    await maria.sees("Кой е последният")
    await maria.says("6.12")
    await maria.presses("Никой")
    await maria.sees("веднага ще уведомя Petar")
    await maria.presses("Да, така е")

    await petar.sees("Maria отсъства")


REPLACING = {
    Language.EN: ("Groups", "Nova", "People", "Anton", "Replace", "Carla", "Yes, replace"),
    Language.BG: ("Групи", "Nova", "Хора", "Anton", "Смяна", "Carla", "Да, смяна"),
}
OVER = {Language.EN: "You no longer stand in for Anton", Language.BG: "Вече не замествате Anton"}
AWAY = {
    Language.EN: "Anton is away up to and including Sun 29 Nov; Boyana stands in",
    Language.BG: "Anton отсъства до нд, 29.11 включително; замества Boyana",
}
MY_GROUP = {Language.EN: "My group", Language.BG: "Моята група"}


async def is_away(house: House, nova: Nova, boyana: Person) -> None:
    """Anton, from now until Sunday."""

    def arranged(record: SqlRecord, now: datetime) -> None:
        anton, deputy = record.people.by_telegram_id(nova.anton.id), record.people.by_telegram_id(boyana.id)
        group = record.groups.by_chat(nova.chat.id)
        assert anton is not None
        assert deputy is not None
        assert group is not None
        record.absences.add(
            role=Role.MENTOR,
            programme_id=group.programme_id,
            group_id=group.id,
            absent_id=anton.id,
            deputy_id=deputy.id,
            begins_at=now,
            ends_at=datetime(2026, 11, 29, 22, 0, tzinfo=UTC),
        )

    await house.bot.changes.make(arranged)


@pytest.mark.parametrize("language", Language)
async def test_my_group_says_who_is_away_and_who_stands_in(house: House, language: Language) -> None:
    nova = await a_nova(house, speaks=language)
    boyana = await a_mentor_elsewhere(house, "Boyana", group="Start")
    await is_away(house, nova, boyana)

    for reader in (nova.vera, nova.anton):
        said = await reader.says(MY_GROUP[language])
        assert AWAY[language] in (await reader.sees("Nova", after=said)).text


@pytest.mark.parametrize("language", Language)
async def test_a_deputy_of_a_mentor_who_is_replaced_hears_that_it_is_over(house: House, language: Language) -> None:
    nova = await a_nova(house, speaks=language)
    maria = await a_manager(house, speaks=language)
    boyana = await a_mentor_elsewhere(house, "Boyana", group="Start", speaks=language)
    await a_mentor_elsewhere(house, "Carla", group="Third")
    await is_away(house, nova, boyana)

    await maria.says("/home")
    for label in REPLACING[language]:
        await maria.presses(label)

    await boyana.sees(OVER[language])
