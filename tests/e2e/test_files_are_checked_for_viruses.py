"""Where a virus scanner is set up, a document goes on only once it was found to be clean, and nothing is lost."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring.people import Language
from mentoring.scans import Screening
from simulator.clock import Clock
from simulator.server import Simulator
from simulator.watching import PATIENCE_SECONDS
from storage.tables.submissions import attachments
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.a_managed_group import Managed, a_managed_nova
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.test_a_programme_has_its_own_forms import EN as FORMS
from tests.e2e.test_a_programme_has_its_own_forms import a_manager as appointed
from tests.e2e.test_a_programme_has_its_own_forms import opens_the_profile, word_file
from tests.fake_clamd import EICAR, FakeClamd, a_clamd

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from simulator.persons import Person

CHECKED = {Language.EN: "is being checked for viruses", Language.BG: "се проверява за вируси"}
FOUND = {Language.EN: "has found something", Language.BG: "откри нещо в"}
HELD_BACK = {Language.EN: "does not come", Language.BG: "няма да пристигне"}
TOLD = {Language.EN: "The virus scanner has found", Language.BG: "Антивирусната програма откри"}
RECEIPT = {Language.EN: "I check the file for viruses first", Language.BG: "Първо проверявам файла за вируси"}
NOT_GIVEN = {Language.EN: "Your mentor does not get the file", Language.BG: "Менторът не получава файла"}
ACCEPT_AND_FILE = {Language.EN: "Accept, file to Managing", Language.BG: "Приемам, в „Управление“"}
STILL = {Language.EN: "still being checked for viruses", Language.BG: "още се проверява за вируси"}
BY_ITSELF = {Language.EN: "I file it by myself", Language.BG: "файлът се добавя от само себе си"}
FILED = {Language.EN: "Filed under “Managing”: T03", Language.BG: "T03_Nova"}
AWAY = {Language.EN: "The virus scanner does not answer", Language.BG: "Антивирусната програма не отговаря"}


@dataclass
class Guarded:
    house: House
    clamd: FakeClamd


@pytest.fixture
async def guarded(tmp_path: Path) -> AsyncIterator[Guarded]:
    async with (
        a_clamd() as clamd,
        Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim,
        bot_on(sim, tmp_path, clamd=clamd.client) as bot,
    ):
        yield Guarded(house=House(sim=sim, bot=bot, folder=tmp_path), clamd=clamd)


async def receives(house: House, person: Person, name: str) -> None:
    """With the file itself."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while name not in has_files(person):
            await screened(house)


def has_files(person: Person) -> list[str]:
    return [one.file.name for one in person.messages() if one.file is not None]


async def screened(house: House) -> list[Screening | None]:
    return await house.bot.writer.change(lambda connection: [*connection.scalars(select(attachments.c.screening))])


@pytest.mark.parametrize("language", Language)
async def test_a_clean_document_reaches_the_mentor(guarded: Guarded, language: Language) -> None:
    nova = await a_managed_nova(guarded.house, speaks=language)

    await nova.vera.sends_document("essay.pdf", b"harmless")

    await receives(guarded.house, nova.anton, "essay.pdf")
    assert guarded.clamd.looked_at == [len(b"harmless")]


@pytest.mark.parametrize("language", Language)
async def test_a_virus_reaches_nobody_and_all_are_told_in_their_own_way(guarded: Guarded, language: Language) -> None:
    nova = await a_managed_nova(guarded.house, speaks=language)

    await nova.vera.sends_document("essay.pdf", EICAR)

    await nova.vera.sees(FOUND[language])
    assert "Vera" in (await nova.anton.sees(HELD_BACK[language])).text
    await nova.maria.sees(TOLD[language])
    assert await screened(guarded.house) == [Screening.INFECTED]
    await nova.vera.sees(NOT_GIVEN[language])
    assert has_files(nova.anton) == []


@pytest.mark.parametrize("language", Language)
async def test_the_receipt_says_so_and_nobody_files_what_waits(guarded: Guarded, language: Language) -> None:
    guarded.clamd.away = True
    nova = await a_managed_nova(guarded.house, speaks=language)
    await nova.vera.sends_document("T02.pdf", b"harmless")
    await nova.vera.sees(RECEIPT[language])
    card = await nova.anton.sees(CHECKED[language])

    assert STILL[language] in ((await nova.anton.presses(ACCEPT_AND_FILE[language], on=card)).text or "")

    guarded.clamd.away = False
    await receives(guarded.house, nova.anton, "T02.pdf")
    await all_is_handled(guarded.house)
    await nova.vera.sees_no(RECEIPT[language])


@pytest.mark.parametrize("language", Language)
async def test_a_leaders_file_is_filed_once_it_was_looked_at(guarded: Guarded, language: Language) -> None:
    guarded.clamd.away = True
    nova = await a_managed_nova(guarded.house, speaks=language)
    await nova.anton.sends_document("T03.pdf", b"harmless")
    await nova.anton.sees(BY_ITSELF[language])

    guarded.clamd.away = False

    await nova.anton.sees(FILED[language], timeout=10)


async def test_a_programmes_own_word_file_is_looked_at_before_it_takes_a_forms_place(guarded: Guarded) -> None:
    await a_nova(guarded.house)
    maria = await appointed(guarded.house, Language.EN)
    await opens_the_profile(maria, FORMS)
    await maria.presses(FORMS.word)
    await maria.sends_document("ours.docx", content=word_file("{{ mentee_name }}") + EICAR)
    refused = await maria.sees(FORMS.refused)
    assert "the virus scanner has found something in it" in refused.text

    guarded.clamd.away = True
    clean = word_file("{{ mentee_name }}")
    await maria.sends_document("ours.docx", content=clean)
    await maria.sees(AWAY[Language.EN])
    guarded.clamd.away = False

    await maria.sees(FORMS.taken)
    assert guarded.clamd.looked_at[-1] == len(clean)


@pytest.mark.parametrize("language", Language)
async def test_while_the_scanner_is_away_documents_wait(guarded: Guarded, language: Language) -> None:
    guarded.clamd.away = True
    nova = await a_managed_nova(guarded.house, speaks=language)
    await nova.vera.sends_document("essay.pdf", b"harmless")
    await nova.anton.sees(CHECKED[language])
    await nova.maria.sees(AWAY[language])
    assert has_files(nova.anton) == []

    guarded.clamd.away = False

    await receives(guarded.house, nova.anton, "essay.pdf")


async def test_what_waited_is_looked_at_after_a_restart(tmp_path: Path) -> None:
    async with a_clamd() as clamd, Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        clamd.away = True
        async with bot_on(sim, tmp_path, clamd=clamd.client) as bot:
            nova = await _sent_while_away(House(sim=sim, bot=bot, folder=tmp_path))
        clamd.away = False
        async with bot_on(sim, tmp_path, clamd=clamd.client) as bot:
            await receives(House(sim=sim, bot=bot, folder=tmp_path), nova.anton, "essay.pdf")


async def _sent_while_away(house: House) -> Managed:
    nova = await a_managed_nova(house)
    await nova.vera.sends_document("essay.pdf", b"harmless")
    await nova.maria.sees(AWAY[Language.EN])
    await nova.anton.sees(CHECKED[Language.EN])
    return nova
