"""Our own copy of every file: made without anybody waiting, whatever goes wrong on the way."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.files import Keeping
from mentoring.people import Language
from simulator.attachments import document, pdf
from tests.e2e.a_group import a_nova
from tests.e2e.kept_files import becomes, holds
from tests.e2e.setting_up import a_manager

if TYPE_CHECKING:
    from tests.e2e.conftest import House

PDF = pdf("essay " * 50_000)


async def test_a_document_is_fetched_hashed_and_stored(house: House) -> None:
    nova = await a_nova(house)

    await nova.vera.sends_document("essay.pdf", PDF)

    assert await becomes(house.bot, Keeping.STORED) == [(Keeping.STORED, hashlib.sha256(PDF).hexdigest(), 0)]
    assert holds(house.folder, PDF)


async def test_a_file_over_20_mb_reaches_the_mentor_by_reference_and_the_mentee_is_told(house: House) -> None:
    nova = await a_nova(house)

    await nova.vera.sends(document("film.pdf", size=34 * 1024 * 1024))

    await nova.vera.sees("larger than 20 MB")
    assert (await nova.anton.sees("S-1001 from Vera")).file is not None
    assert await becomes(house.bot, Keeping.BY_REFERENCE) == [(Keeping.BY_REFERENCE, None, 0)]


async def test_a_failed_fetch_is_tried_again_with_a_new_path(house: House) -> None:
    nova = await a_nova(house)
    house.sim.faults.order(method="getFile", kind="502", times=1)
    await nova.vera.sends_document("essay.pdf", PDF)
    await becomes(house.bot, Keeping.PENDING, tries=1)

    house.sim.clock.advance(timedelta(minutes=1))
    house.bot.changes.file_came.set()

    assert [row[2] for row in await becomes(house.bot, Keeping.STORED)] == [1]
    assert holds(house.folder, PDF)


async def test_after_a_day_of_failures_whoever_holds_the_message_is_told(house: House) -> None:
    nova = await a_nova(house)
    house.sim.faults.order(method="getFile", kind="502", times=2)
    await nova.vera.sends_document("essay.pdf", PDF)
    await becomes(house.bot, Keeping.PENDING, tries=1)

    house.sim.clock.advance(timedelta(hours=25))
    house.bot.changes.file_came.set()

    await becomes(house.bot, Keeping.LOST)
    await nova.anton.sees("I could not make a copy of essay.pdf (S-1001)")
    await nova.vera.sees("I could not make a copy of essay.pdf (S-1001)")
    assert "S-1001 from Vera" in (await nova.anton.sees("I have no copy of the file")).text
    assert "S-1001 has arrived" in (await nova.vera.sees("I could not make a copy of the file")).text


async def test_the_operator_hears_once_a_day_of_files_that_were_given_up(house: House) -> None:
    maria = await a_manager(house)
    nova = await a_nova(house, speaks=Language.BG)
    house.sim.faults.order(method="getFile", kind="502", times=4)
    for name in ("one.pdf", "two.pdf"):
        await nova.vera.sends_document(name, PDF + name.encode())
    await nova.anton.sees("S-1002 от Vera")
    await becomes(house.bot, Keeping.PENDING, tries=1)

    house.sim.clock.advance(timedelta(hours=25))
    house.bot.changes.file_came.set()

    await becomes(house.bot, Keeping.LOST)
    await nova.anton.sees("Нямам копие от файла")
    await nova.vera.sees("Не успях да направя копие на two.pdf (S-1002)")
    await maria.sees("I could not get a file out of Telegram")
    told = [seen for seen in maria.messages() if "I could not get a file out of Telegram" in seen.text]
    assert len(told) == 1


async def test_a_program_that_is_called_a_document_is_warned_about(house: House) -> None:
    nova = await a_nova(house)

    await nova.vera.sends_document("essay.pdf", b"MZ\x90\x00 this program cannot be run in DOS mode")

    await nova.anton.sees("Please don't open essay.pdf (S-1001): it is a program")


async def test_the_same_content_under_another_id_is_noticed_and_asked_about(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await becomes(house.bot, Keeping.STORED)

    await nova.vera.sends_document("copy.pdf", PDF)

    await nova.vera.sees("S-1002 holds exactly the same file as S-1001")
    await nova.vera.presses("Take it back")
    await nova.vera.sees("S-1002 is taken back")
