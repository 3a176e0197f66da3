"""Petar has no Telegram: his mentor sends his work and tells him what is on; one day he gets a phone and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import a_managed_nova
from tests.e2e.door import minors_need_a_guardian
from tests.e2e.setting_up import payload_on

if TYPE_CHECKING:
    from tests.e2e.a_managed_group import Managed
    from tests.e2e.conftest import House

WORDS = {
    Language.EN: {
        "door": ("More", "My group", "Without Telegram"),
        "added": "in Nova, without Telegram",
        "whom": "For whom is it?",
        "filed": "is filed on behalf of Petar Kolev",
        "card": "Filed by Anton on behalf of Petar Kolev",
        "people": ("Groups", "Nova", "People", "Petar"),
        "phone": ("Has Telegram now", "Links and posters"),
        "poster": "for the mentees",
        "own_link": "A link for them alone",
        "link": "Petar Kolev opens this link",
        "joins": ("English", "Petar Kolev"),
        "agree": "I agree",
        "welcome": "Welcome, Petar",
        "documents": ("More", "My documents"),
    },
    Language.BG: {
        "door": ("Още", "Моята група", "Без Telegram"),
        "added": "в Nova, без Telegram",
        "whom": "За кого е?",
        "filed": "е предадено от името на Petar Kolev",
        "card": "Подадено от Anton от името на Petar Kolev",
        "people": ("Групи", "Nova", "Хора", "Petar"),
        "phone": ("Вече има Telegram", "Връзки и плакати"),
        "poster": "за участниците",
        "own_link": "Лична връзка",
        "link": "Petar Kolev отваря тази връзка",
        "joins": ("Български", "Petar Kolev"),
        "agree": "Да, включвам се",
        "welcome": "Добре дошли, Petar",
        "documents": ("Още", "Моите документи"),
    },
}
PLAN = {
    Language.EN: ("Plan the session", "Employability", "27", "18:00", "chat", "Confirm"),
    Language.BG: ("Насрочване на среща", "Заетост", "27", "18:00", "чат", "Потвърждавам"),
}


@pytest.mark.parametrize("language", Language)
async def test_a_mentor_files_for_somebody_who_later_comes_in_by_the_link(house: House, language: Language) -> None:
    nova, words = await a_managed_nova(house, speaks=language), WORDS[language]
    for label in words["door"]:
        await nova.anton.presses(label)
    await nova.anton.says("Petar Kolev")
    await nova.anton.sees(str(words["added"]))
    await nova.anton.sends_document("petar.pdf")
    await nova.anton.sees(str(words["whom"]))
    await nova.anton.presses("Petar Kolev")
    await nova.anton.sees(str(words["filed"]))
    await nova.anton.sees(str(words["card"]))

    for label in (*words["people"], *words["phone"]):
        await nova.maria.presses(label)
    poster = await nova.maria.sees(str(words["poster"]))
    petar = house.person("Petar", speaks=language)
    await petar.starts(payload_on(poster))
    for label in words["joins"]:
        await petar.presses(label)
    await petar.presses(str(words["agree"]))
    await all_is_handled(house)
    await petar.sees(str(words["welcome"]))
    await petar.starts()
    for label in words["documents"]:
        await petar.presses(label)
    await petar.presses("S-1001")
    await petar.sees("petar.pdf")


CORRECTED = {
    Language.EN: (
        "Not readable",
        "Is this the corrected S-1001 of Petar Kolev?",
        "Yes, the corrected version",
        "The corrected S-1001 is filed",
    ),
    Language.BG: (
        "Не се чете",
        "Това ли е поправеното S-1001 на Petar Kolev?",
        "Да, поправената версия",
        "Поправеното S-1001 е предадено",
    ),
}


@pytest.mark.parametrize("language", Language)
async def test_what_came_back_is_filed_again_as_its_next_version(house: House, language: Language) -> None:
    nova, words = await a_managed_nova(house, speaks=language), WORDS[language]
    for label in words["door"]:
        await nova.anton.presses(label)
    await nova.anton.says("Petar Kolev")
    await nova.anton.sees(str(words["added"]))
    await nova.anton.sends_document("petar.pdf")
    await nova.anton.presses("Petar Kolev", on=await nova.anton.sees(str(words["whom"])))
    card = await nova.anton.sees(str(words["card"]))
    unreadable, question, yes, filed = CORRECTED[language]
    await nova.anton.presses(unreadable, on=card)

    sent = await nova.anton.sends_document("petar-2.pdf")
    await nova.anton.presses("Petar Kolev", on=await nova.anton.sees(str(words["whom"]), after=sent))
    await nova.anton.presses(yes, on=await nova.anton.sees(question))

    await nova.anton.sees(filed)
    assert "petar-2.pdf" in (await nova.anton.sees(str(words["card"]), after=sent)).text
    await nova.anton.sees_no("S-1002")


@pytest.mark.parametrize(
    ("language", "line"), [(Language.EN, "please tell Petar Kolev"), (Language.BG, "кажете на Petar Kolev")]
)
async def test_the_mentor_is_reminded_for_them(house: House, language: Language, line: str) -> None:
    nova, words = await a_managed_nova(house, speaks=language), WORDS[language]
    for label in words["door"]:
        await nova.anton.presses(label)
    await nova.anton.says("Petar Kolev")
    await nova.anton.sees(str(words["added"]))
    await nova.anton.starts()
    for label in PLAN[language]:
        await nova.anton.presses(label)
    await all_is_handled(house)

    await house.passes(days=3, hours=8)

    await nova.anton.sees(line)


QUESTIONS = {
    Language.EN: (
        ("Are you Petar Kolev?", "Yes, that's me"),
        ("Which language", "English"),
        ("Are you 18 or older?", "Yes, 18 or older"),
        ("six lines about your data", "I agree"),
    ),
    Language.BG: (
        ("Вие ли сте Petar Kolev?", "Да, аз съм"),
        ("език", "Български"),
        ("навършени 18", "Да, навършени 18"),
        ("данни", "Да, включвам се"),
    ),
}


@pytest.mark.parametrize(
    ("language", "back"),
    [(Language.EN, "Welcome back, Petar"), (Language.BG, "Добре дошли отново, Petar")],
)
async def test_whoever_comes_by_a_code_is_asked_like_any_joiner(house: House, language: Language, back: str) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await minors_need_a_guardian(house)
    for label in WORDS[language]["door"]:
        await nova.anton.presses(label)
    await nova.anton.says("Petar Kolev")
    await nova.anton.sees(str(WORDS[language]["added"]))
    petar = house.person("Petar", speaks=language)

    await petar.starts(await a_link_for_petar(nova, language))
    for question, label in QUESTIONS[language]:
        await petar.sees(question)
        await petar.sees_no(back)
        await petar.presses(label)

    await petar.sees(back)
    await petar.sends_document("petar.pdf")
    await nova.anton.sees("S-1001")


async def a_link_for_petar(nova: Managed, language: Language) -> str:
    words = WORDS[language]
    for label in (*words["people"], words["own_link"]):
        await nova.maria.presses(str(label))
    return payload_on(await nova.maria.sees(str(words["link"])))


ERASING = {
    Language.EN: (
        ("Wishes to be erased", "Does Petar Kolev wish to be erased?"),
        ("Yes, note it", "You decide"),
        ("🗑 Erase", "Erase Petar Kolev for good?"),
        ("Yes, erase for good", "former mentee"),
    ),
    Language.BG: (
        ("Желае изтриване", "Желае ли Petar Kolev данните да се изтрият?"),
        ("Да, запишете го", "Решението е Ваше"),
        ("🗑 Изтриване", "Petar Kolev: изтриване завинаги?"),
        ("Да, изтриване завинаги", "предишен участник"),
    ),
}


@pytest.mark.parametrize("language", Language)
async def test_a_manager_notes_their_wish_and_erases_them(house: House, language: Language) -> None:
    nova, words = await a_managed_nova(house, speaks=language), WORDS[language]
    for label in words["door"]:
        await nova.anton.presses(label)
    await nova.anton.says("Petar Kolev")
    await nova.anton.sees(str(words["added"]))
    for label in words["people"]:
        await nova.maria.presses(label)

    for label, answer in ERASING[language]:
        await nova.maria.presses(label)
        last = await nova.maria.sees(answer)

    assert "Petar" not in last.text
