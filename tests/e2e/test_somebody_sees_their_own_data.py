"""Whoever asks sees what is kept of them, gets all of it and nothing of others, and can wish to be deleted."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from mentoring.consents import ConsentKind
from mentoring.people import Language
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import a_managed_nova

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

WORDS = {
    Language.EN: (
        "Settings",
        "My data",
        "Send me everything",
        "Allow quotes",
        "No quotes",
        "Delete me",
        "Yes, pass on",
    ),
    Language.BG: (
        "Настройки",
        "Моите данни",
        "Изпращане на всичко",
        "Може цитати",
        "Без цитати",
        "Изтриване на",
        "Да, пре",
    ),
}
KEPT = {Language.EN: "What I keep about you", Language.BG: "Какво пазя за Вас"}
FORWARDED = {Language.EN: "forwards or photographs", Language.BG: "препрати или снима"}
WISHED = {Language.EN: "wishes to be erased", Language.BG: "желае изтриване"}
WAITS = {Language.EN: "You have asked to be deleted", Language.BG: "Желанието Ви за изтриване"}


async def opens(person: Person, language: Language) -> None:
    await person.says("/settings")
    await person.presses(WORDS[language][1])
    await person.sees(KEPT[language])


@pytest.mark.parametrize("language", Language)
async def test_somebody_gets_all_that_is_kept_of_them_and_nothing_of_others(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await nova.vera.sends_document("Дневник на Вера.pdf", b"%PDF-1.7 mine")
    await nova.ilya.sends_document("ilya.pdf", b"%PDF-1.7 other")
    await all_is_handled(house)
    await opens(nova.vera, language)
    card = await nova.vera.sees(KEPT[language])
    assert FORWARDED[language] in card.text

    await nova.vera.presses(WORDS[language][2])

    sent = await nova.vera.sees("Дневник на Вера.pdf", after=card)
    files = [(seen, seen.file) for seen in nova.vera.messages() if seen.file is not None]
    [(archive, file)] = [one for one in files if one[1].name.endswith(".zip")]
    assert file.name == "my-data-2026-11-23.zip"
    assert file.content is not None
    with zipfile.ZipFile(io.BytesIO(file.content)) as opened:
        assert [name.isascii() for name in opened.namelist()] == [True]
        rows = json.loads(opened.read("my-data.json"))
    assert rows["you"][0]["name"] == "Vera"
    assert [one["name"] for one in rows["files"]] == ["Дневник на Вера.pdf"]
    assert "ilya" not in json.dumps(rows).casefold()
    assert sent.message_id > archive.message_id


@pytest.mark.parametrize("language", Language)
async def test_a_wish_to_be_deleted_goes_to_the_manager_once(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await opens(nova.vera, language)

    await nova.vera.presses(WORDS[language][5])
    await nova.vera.sees("Maria")
    await nova.vera.presses(WORDS[language][6])

    await nova.vera.sees(WAITS[language])
    assert "Vera" in (await nova.maria.sees(WISHED[language])).text


@pytest.mark.parametrize("language", Language)
async def test_the_second_consent_is_given_and_taken_back_by_a_button(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)

    def allows(record: SqlRecord, _: datetime) -> bool:
        known = record.people.by_telegram_id(nova.vera.id)
        assert known is not None
        return record.consents.in_force(known.id, ConsentKind.QUOTES) is not None

    await opens(nova.vera, language)
    await nova.vera.presses(WORDS[language][3])
    await all_is_handled(house)
    assert await house.bot.changes.make(allows)
    await nova.vera.presses(WORDS[language][4])
    await all_is_handled(house)
    assert not await house.bot.changes.make(allows)
