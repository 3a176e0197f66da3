"""A manager decides about a wish to be erased: nothing of the person is left, or they hear why and may wish again."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mentoring.files import Keeping
from mentoring.people import Language
from simulator.attachments import pdf
from simulator.clock import Clock
from simulator.server import Simulator
from simulator.watching import PATIENCE_SECONDS
from storage import tombstones
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import Managed, a_managed_nova
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.kept_files import becomes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.persons import Person

IN_A_FILE = b"canary in a file"
WORDS = "canary in words"
WISH = {Language.EN: ("My data", "Delete me", "Yes, pass on"), Language.BG: ("Моите данни", "Изтриване на", "Да, пре")}
WAITS = {Language.EN: "You have asked to be deleted", Language.BG: "Желанието Ви за изтриване"}
WISHED = {Language.EN: "wishes to be erased", Language.BG: "желае изтриване"}
ERASE = {Language.EN: ("Erase", "Yes, erase"), Language.BG: ("🗑 Изтриване", "Да, изтриване")}
ONCE_MORE = {Language.EN: "for good?", Language.BG: "завинаги?"}
DONE = {Language.EN: "former mentee", Language.BG: "предишен участник"}
GONE = {Language.EN: "What I kept about you is erased", Language.BG: "Данните Ви при мен са изтрити"}
STRANGER = {Language.EN: "I don't know you", Language.BG: "Още не Ви познавам"}
KEEP = {Language.EN: "Keep, with", Language.BG: "Запазване с"}
PICK = {Language.EN: "proves", Language.BG: "Доказват"}
WHY = {Language.EN: "Why is what I keep", Language.BG: "Защо данните"}
KEPT = {Language.EN: "is not erased now", Language.BG: "засега не се изтриват"}
PROOF = {Language.EN: "prove that the programme", Language.BG: "доказват, че програмата"}


async def wishes(person: Person, language: Language) -> None:
    await person.says("/settings")
    for label in WISH[language]:
        await person.presses(label)
    await person.sees(WAITS[language])


async def decides_to_erase(nova: Managed, language: Language) -> None:
    await nova.maria.sees(WISHED[language])
    await nova.maria.presses(ERASE[language][0])
    await nova.maria.sees(ONCE_MORE[language])
    await nova.maria.presses(ERASE[language][1])


async def leaves_traces(house: House, nova: Managed) -> None:
    """Files with words, of her and of somebody else."""
    await nova.vera.sends_document("Canary of Vera.pdf", pdf(IN_A_FILE.decode()), caption=WORDS)
    await nova.vera.sends_document("Canary too.pdf", pdf("2 " + IN_A_FILE.decode()), caption=WORDS)
    await nova.ilya.sends_document("ilya.pdf", pdf("of another"))
    await all_is_handled(house)
    await becomes(house.bot, Keeping.STORED)


def database_bytes(folder: Path) -> bytes:
    """After everything has gone from the log to the file."""
    with closing(sqlite3.connect(folder / "ementor.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return b"".join(file.read_bytes() for file in folder.glob("ementor.db*"))


def everything_in_the_database(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("ementor.db*"))


def file_bytes(folder: Path) -> Iterator[bytes]:
    return (file.read_bytes() for file in (folder / "blobs").rglob("*") if file.is_file())


async def files_are_gone(folder: Path) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while any(IN_A_FILE in content for content in file_bytes(folder)):
            await asyncio.to_thread(lambda: None)


@pytest.mark.parametrize("language", Language)
async def test_of_somebody_who_was_erased_nothing_is_found_in_the_database_or_the_files(
    tmp_path: Path, language: Language
) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path) as bot:
            house = House(sim=sim, bot=bot, folder=tmp_path)
            nova = await a_managed_nova(house, speaks=language)
            await leaves_traces(house, nova)
            await wishes(nova.vera, language)
            assert sum(IN_A_FILE in content for content in file_bytes(tmp_path)) == 2
            assert WORDS.encode() in everything_in_the_database(tmp_path)

            await decides_to_erase(nova, language)

            assert "Maria" in (await nova.vera.sees(GONE[language])).text
            assert "Vera" not in (await nova.maria.sees(DONE[language])).text
            await nova.anton.sees("Vera")
            await files_are_gone(tmp_path)
            await house.passes(minutes=2)
            await all_is_handled(house)
        stored = database_bytes(tmp_path)
    found = [one for one in (WORDS, "Canary", str(nova.vera.id), nova.vera.name) if one.encode() in stored]
    assert found == []
    assert b"ilya.pdf" in stored
    assert [*file_bytes(tmp_path)] == [pdf("of another")]
    assert len(tombstones.read(tmp_path)) == 1


@pytest.mark.parametrize("language", Language)
async def test_whoever_was_erased_is_a_stranger_and_the_group_goes_on(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await wishes(nova.vera, language)
    await decides_to_erase(nova, language)
    last = await nova.vera.sees(GONE[language])

    await nova.vera.says("/home")
    await nova.vera.sees(STRANGER[language], after=last)
    await nova.ilya.sends_document("ilya.pdf")

    await nova.anton.sees("S-1001")


@pytest.mark.parametrize("language", Language)
async def test_whoever_is_not_erased_hears_why_and_may_wish_again(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await wishes(nova.vera, language)
    await nova.maria.sees(WISHED[language])
    await nova.maria.presses(KEEP[language])
    await nova.maria.sees(WHY[language])
    await nova.maria.presses(PICK[language])

    told = await nova.vera.sees(KEPT[language])
    assert PROOF[language] in told.text
    assert "Maria" in told.text
    await wishes(nova.vera, language)
    await nova.maria.presses(KEEP[language])
    await nova.maria.sees(WHY[language])
    await nova.maria.says("Until the audit in May")
    assert "Until the audit in May" in (await nova.vera.sees(KEPT[language], after=told)).text


@pytest.mark.parametrize("language", Language)
async def test_the_only_manager_wishes_and_nobody_can_erase_them(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)

    await wishes(nova.maria, language)

    await all_is_handled(house)
    assert [seen for seen in nova.maria.messages() if WISHED[language] in seen.text] == []
