"""A clean stop in the middle of much work, and a second process where one works already."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pytest

from simulator.server import Simulator
from storage.tables.inbox import InboxStatus
from tests.reliability.bot_process import AS_RELEASED, Place, running, start
from tests.reliability.ledger import Books, Phones, judge
from tests.reliability.mentoring_at_scale import a_programme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.reliability.conftest import Size

FIRST_ID = 727_000_001
#: One in so many of the backlog is a document; the others are words, which only bring the home card.
DOCUMENTS_AMONG = 10
STOPS = 3


@pytest.mark.reliability
@pytest.mark.timeout(600)
async def test_sigterm_ends_it_within_five_seconds_whatever_waits(
    tmp_path: Path, size: Size, summary: Callable[[str], None]
) -> None:
    url = f"sqlite:///{tmp_path}/ementor.db"
    took: list[float] = []
    async with Simulator.start() as sim:
        programme = a_programme(sim, url, groups=100)
        phones = Phones(sim)
        place = Place(sim=sim, folder=tmp_path, database_url=url)
        for number in range(size.backlog):
            if number % DOCUMENTS_AMONG == 0:
                await programme.hand_in(1)
            else:
                await programme.mentees[number % len(programme.mentees)].says(f"Hello {number}")
        with closing(Books(url)) as books:
            for stop in range(1, STOPS + 1):
                async with running(place) as bot:
                    stored = size.backlog * stop // (STOPS + 1)
                    await bot.until(partial(_has_stored, books, stored), within=60)
                    took.append(await bot.stopped())
                    assert bot.returncode == 0, bot.said
            waited = books.updates(InboxStatus.WAITING)
            async with running(place) as bot:
                await bot.until(lambda: sim.confirmed == sim.queued, within=60)
                await bot.until(books.nothing_is_left_to_do, within=300)
                verdict = judge(sim, programme, books, phones, FIRST_ID)
                assert await bot.stopped() <= 5
            unfinished = books.updates(InboxStatus.WAITING) + books.updates(InboxStatus.DEAD)
    summary(
        f"SIGTERM: a backlog of {size.backlog}, ended in {', '.join(f'{seconds:.1f} s' for seconds in took)} "
        f"with {waited} still waiting; {verdict.lost} lost, {verdict.twice} twice"
    )
    assert max(took) <= 5
    assert (verdict.lost, verdict.twice, verdict.unmarked_repeats, verdict.not_told, unfinished) == (0, 0, 0, 0, 0)


@pytest.mark.reliability
@pytest.mark.timeout(120)
async def test_a_second_process_with_the_same_database_says_so_and_ends(migrated_url: str, tmp_path: Path) -> None:
    async with Simulator.start() as sim:
        place = Place(sim=sim, folder=tmp_path, database_url=migrated_url)
        async with running(place, program=AS_RELEASED) as bot:
            second = await start(place, program=AS_RELEASED)
            try:
                assert await second.ends(within=30)
                assert second.returncode == 1
                said = [line for line in second.said.splitlines() if line]
                assert len(said) == 1
                assert "already works with" in said[0]
                assert "stop it first" in said[0]
            finally:
                await second.killed()
                second.transport.close()
            assert bot.returncode is None


def _has_stored(books: Books, updates: int) -> bool:
    return len(books.stored_ids()) >= updates
