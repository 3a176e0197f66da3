"""Whoever asks sees what is kept of them, gets all of it and nothing of others, and can wish to be deleted."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from mentoring.consents import ConsentKind
from mentoring.files import Keeping
from mentoring.people import Language
from simulator.attachments import document
from storage.tables.submissions import attachments
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import a_managed_nova
from tests.e2e.kept_files import becomes

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from simulator.views import View
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
        "Да за цитати",
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


def opened(archive: View) -> dict[str, bytes]:
    assert archive.file is not None
    assert archive.file.content is not None
    with zipfile.ZipFile(io.BytesIO(archive.file.content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize("language", Language)
async def test_somebody_gets_all_that_is_kept_of_them_and_nothing_of_others(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    mine = {f"mine {number}".encode() for number in range(3)}
    for number, content in enumerate(sorted(mine)):
        await nova.vera.sends_document("Дневник на Вера.pdf", content, caption=f"canary words {number}")
    await nova.ilya.sends_document("ilya.pdf", b"canary of another", caption="Words of another")
    await nova.anton.sees("S-1004")
    await all_is_handled(house)
    await becomes(house.bot, Keeping.STORED)
    await opens(nova.vera, language)
    card = await nova.vera.sees(KEPT[language])
    assert FORWARDED[language] in card.text

    await nova.vera.presses(WORDS[language][2])

    archive = await nova.vera.sees("my-data.html", after=card)
    assert archive.file is not None
    assert archive.file.name == "my-data-2026-11-23.zip"
    packed = opened(archive)
    names = [f"Dnevnik_na_Vera{number}.pdf" for number in ("", "-2", "-3")]
    assert sorted(packed) == sorted([*names, "my-data.html", "my-data.json"])
    assert {packed[name] for name in names} == mine
    index, page = json.loads(packed["my-data.json"]), packed["my-data.html"].decode()
    assert index["you"][0]["name"] == "Vera"
    assert [(one["name"], one["in_archive"]) for one in index["files"]] == [
        ("Дневник на Вера.pdf", one) for one in names
    ]
    assert [f"canary words {number}" in page for number in range(3)] == [True] * 3
    others = [one for one in ("ilya", "another", "Anton", "Maria") if one in json.dumps(index) or one in page]
    assert others == []


@pytest.mark.parametrize("language", Language)
async def test_what_is_too_much_for_one_archive_comes_in_several(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    for number in range(3):
        await nova.vera.sends_document("big.pdf", f"big {number}".encode())
    await all_is_handled(house)
    await becomes(house.bot, Keeping.STORED)
    await house.bot.writer.change(
        lambda connection: connection.execute(update(attachments).values(size=20 * 1024 * 1024))
    )
    await opens(nova.vera, language)

    await nova.vera.presses(WORDS[language][2])

    first, second = opened(await nova.vera.sees("1/2.")), opened(await nova.vera.sees("2/2."))
    assert sorted(first) == ["big-2.pdf", "big.pdf", "my-data.html", "my-data.json"]
    assert second == {"big-3.pdf": b"big 2"}


@pytest.mark.parametrize("language", Language)
async def test_what_only_telegram_has_follows_the_archive(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await nova.vera.sends(document("film.pdf", size=34 * 1024 * 1024))
    await all_is_handled(house)
    await becomes(house.bot, Keeping.BY_REFERENCE)
    await opens(nova.vera, language)

    await nova.vera.presses(WORDS[language][2])

    archive = await nova.vera.sees("my-data.html")
    assert sorted(opened(archive)) == ["my-data.html", "my-data.json"]
    assert (await nova.vera.sees("film.pdf", after=archive)).file is not None


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
