"""What a bot was in the middle of when it stopped, the next one finishes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.files import Keeping
from simulator.attachments import photo
from simulator.clock import Clock
from simulator.server import Simulator
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.kept_files import becomes, holds
from tests.e2e.photographed import gets_a_pdf, sends_the_pages
from tests.e2e.test_files_are_kept import PDF

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_file_that_was_not_fetched_is_fetched_after_the_restart(tmp_path: Path) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path) as bot:
            nova = await a_nova(House(sim=sim, bot=bot, folder=tmp_path))
            sim.faults.order(method="file", kind="502")
            await nova.vera.sends_document("essay.pdf", PDF)
            await becomes(bot, Keeping.PENDING, tries=1)

        sim.clock.advance(timedelta(minutes=1))
        async with bot_on(sim, tmp_path) as bot:
            await becomes(bot, Keeping.STORED)

    assert holds(tmp_path, PDF)


async def test_an_album_that_had_not_settled_arrives_after_the_restart(tmp_path: Path) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path) as bot:
            house = House(sim=sim, bot=bot, folder=tmp_path)
            nova = await a_nova(house)
            await nova.vera.sends_album([photo(), photo()])
            await all_is_handled(house)
            await nova.vera.sees_no("S-1001")

        sim.clock.advance(timedelta(minutes=1))
        async with bot_on(sim, tmp_path):
            await sends_the_pages(nova.vera)
            await nova.vera.sees("S-1001 has arrived")
            await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=2)
