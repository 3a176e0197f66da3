"""Thousands of spoiled updates among good ones: the bot lives on, and nobody waits for somebody else's."""

from __future__ import annotations

import asyncio
import random
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from simulator.server import Simulator
from storage.tables.inbox import InboxStatus
from tests.reliability.bot_process import Place, running
from tests.reliability.ledger import Books
from tests.reliability.mentoring_at_scale import a_programme
from tests.reliability.poison import STRANGERS, Poisoner, specimens

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from simulator.persons import Person
    from tests.reliability.conftest import Size

PATIENCE = 30
SPOILED_IN_A_ROW = 100
GOOD_IN_A_ROW = 2
#: Logged where something spoiled fails when its effects are already stored: nothing is left to be done.
HARMLESS = "failed after the commit"
#: Of the spoiled updates, how many come from people in the programme.
FROM_PEOPLE_WE_KNOW = 0.1


async def receipted(mentee: Person, number: int) -> float:
    """Seconds from sending a document until the receipt is on the phone."""
    began = asyncio.get_running_loop().time()
    sent = await mentee.sends_document(f"essay-{number}.pdf", b"%%PDF-1.7 %d" % number)
    await mentee.sees("has arrived", after=sent, timeout=PATIENCE)
    return asyncio.get_running_loop().time() - began


@pytest.mark.reliability
@pytest.mark.timeout(1800)
async def test_spoiled_updates_stop_nothing_and_hold_nobody_up(
    tmp_path: Path, size: Size, summary: Callable[[str], None]
) -> None:
    url, chance = f"sqlite:///{tmp_path}/ementor.db", random.Random(20261123)
    async with Simulator.start() as sim:
        programme = a_programme(sim, url, groups=100)
        good, spoilt = programme.mentees[:20], programme.mentees[20:]
        spoiler = spoilt[0]
        poisoner = Poisoner(await specimens(sim, spoiler), chance)
        seconds: list[float] = []
        async with running(Place(sim=sim, folder=tmp_path, database_url=url)) as bot:
            for row in range(size.poisoned // SPOILED_IN_A_ROW):
                for _ in range(SPOILED_IN_A_ROW):
                    known = chance.random() < FROM_PEOPLE_WE_KNOW
                    chat_id = chance.choice(spoilt).id if known else chance.choice(STRANGERS)
                    body = poisoner.next(sim.world.updates.next_id, chat_id)
                    sim.world.updates.push_as_it_is(
                        body, kind="message", lane=("chat", chat_id), expires_at=sim.clock.seconds() + 86_400
                    )
                mentees = [good[(row * GOOD_IN_A_ROW + one) % len(good)] for one in range(GOOD_IN_A_ROW)]
                seconds += await asyncio.gather(
                    *(receipted(mentee, row * GOOD_IN_A_ROW + one) for one, mentee in enumerate(mentees))
                )
            await bot.until(lambda: sim.confirmed + sim.dropped == sim.queued, within=60)
            with closing(Books(url)) as books:
                await bot.until(lambda: books.updates(InboxStatus.WAITING) == 0, within=300)
                dead = books.updates(InboxStatus.DEAD)
            assert await bot.stopped() <= 5
    crashes = [line for line in bot.errors if HARMLESS not in line]
    seconds.sort()
    summary(
        f"poison: {size.poisoned} spoiled updates, {dead} of them quarantined, {len(crashes)} crashes; "
        f"{len(seconds)} good ones receipted in {seconds[len(seconds) // 2]:.2f} s (median), "
        f"{seconds[-len(seconds) // 100]:.2f} s (99 of 100), {seconds[-1]:.2f} s (longest)"
    )
    assert (bot.returncode, crashes) == (0, [])
    assert dead > 0
    assert seconds[-1] <= 2
