"""A disk that fills up is told in time, and a full one keeps nobody's document from the mentor."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.files import Keeping
from mentoring.people import Language
from simulator.attachments import pdf
from storage.blobs import BlobStore
from storage.disk import MEGABYTE
from tests.e2e.a_group import a_nova
from tests.e2e.kept_files import becomes, holds, kept
from tests.e2e.setting_up import a_manager

if TYPE_CHECKING:
    from tests.e2e.conftest import House

PDF = pdf("essay " * 50_000)
APOLOGY = "There is no room on my disk"


async def test_the_manager_hears_once_that_the_disk_fills_up_and_once_that_it_is_full(house: House) -> None:
    maria = await a_manager(house)

    for megabytes in (600, 499, 510, 450, 99, 101, 98):
        house.disk.free = megabytes * MEGABYTE
        await house.bot.disk_watch.look()

    await maria.sees("only 99 MB are free")
    told = [seen.text for seen in maria.messages() if "The disk of my computer" in seen.text]
    assert ["499 MB" in told[0], "99 MB" in told[1], len(told)] == [True, True, 2]


@pytest.mark.parametrize(("speaks", "apology"), [(Language.EN, APOLOGY), (Language.BG, "дискът ми е пълен")])
async def test_a_document_that_finds_no_room_reaches_the_mentor_and_is_copied_later(
    house: House, speaks: Language, apology: str
) -> None:
    nova = await a_nova(house, speaks=speaks)
    house.disk.free = 99 * MEGABYTE

    await nova.vera.sends_document("essay.pdf", PDF)

    await nova.vera.sees(apology)
    assert (await nova.anton.sees("S-1001")).file is not None
    assert await house.bot.writer.change(kept) == [(Keeping.PENDING, None, 0)]
    assert list(BlobStore(house.folder).hashes()) == []

    house.disk.free = 100 * MEGABYTE
    house.sim.clock.advance(timedelta(minutes=5))
    house.bot.changes.file_came.set()

    assert [row[2] for row in await becomes(house.bot, Keeping.STORED)] == [0]
    assert holds(house.folder, PDF)


async def test_however_long_a_document_waits_for_room_it_is_told_once(house: House) -> None:
    nova = await a_nova(house)
    house.disk.free = 0
    await nova.vera.sends_document("essay.pdf", PDF)
    first = await nova.vera.sees(APOLOGY)

    house.sim.clock.advance(timedelta(minutes=5))
    await nova.vera.sends_document("letter.pdf")
    await nova.vera.sees(APOLOGY, after=first)

    assert len([seen for seen in nova.vera.messages() if APOLOGY in seen.text]) == 2
