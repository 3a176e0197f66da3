"""Groups become supergroups while the bot dies by kill -9: nothing is lost, and what comes again says so."""

from __future__ import annotations

import random
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import pytest

from mentoring.rules import Rules
from simulator.clock import Clock
from simulator.server import Simulator
from storage.engine import open_database
from storage.migrate import migrate
from storage.record import SqlRecord
from tests.e2e.moving_groups import Moving, bound, groups_with_bots, post
from tests.reliability.bot_process import Place, running, start
from tests.reliability.ledger import MARK, Books

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.crash_points import CrashPoint
    from tests.reliability.conftest import Size

GROUPS = 100
#: Around sending and around what is stored of it; each of them, and now and then any moment.
POINTS: Final[tuple[CrashPoint, ...]] = (
    "parcel_marked",
    "parcel_accepted",
    "parcel_recorded",
    "unit_before_commit",
    "unit_committed",
)
POSTED_BEFORE_A_LIFE, LIFETIME_SECONDS = 60, 60


@dataclass(kw_only=True)
class Moves:
    """Groups of which some move before each life of the bot, and some while it lives."""

    place: Place
    groups: list[Moving]
    chance: random.Random
    kills: int = 0

    async def life(self, leaving: list[Moving]) -> None:
        early = self.chance.randint(0, len(leaving))
        with self._record() as record:
            for group in self.chance.choices(self.groups, k=POSTED_BEFORE_A_LIFE):
                post(record, _now(), group)
        self._move(leaving[:early])
        point = self.chance.choice([*POINTS, None])
        bot = await start(self.place, crash_at=f"{point}:{self.chance.randint(1, 8)}" if point else "")
        try:
            await bot.runs()
            self._move(leaving[early:])
            await bot.ends(within=LIFETIME_SECONDS if point else self.chance.uniform(0, 0.5))
        finally:
            await bot.killed()
            bot.transport.close()
        self.kills += bot.returncode == -9

    async def comes_to_rest(self) -> None:
        """A last life, in which every group gets one more post."""
        with self._record() as record:
            for group in self.groups:
                post(record, _now(), group)
        with closing(Books(self.place.database_url)) as books:
            async with running(self.place) as bot:
                await bot.until(books.nothing_is_left_to_do, within=LIFETIME_SECONDS)
                await bot.stopped()

    def _move(self, groups: list[Moving]) -> None:
        for group in groups:
            if self.chance.random() < 0.5:
                group.moves()
            else:
                group.moves_untold(self.place.sim)

    @contextmanager
    def _record(self) -> Iterator[SqlRecord]:
        """While no bot lives."""
        with closing(open_database(self.place.database_url)) as database, database.writing.begin() as connection:
            yield SqlRecord(connection, _now(), Rules())


def _now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


def moving_groups(sim: Simulator, folder: Path) -> Moves:
    url = f"sqlite:///{folder}/ementor.db"
    with closing(open_database(url)) as database:
        migrate(database)
        with database.writing.begin() as connection:
            groups = bound(SqlRecord(connection, _now(), Rules()), _now(), groups_with_bots(sim, GROUPS))
    place = Place(sim=sim, folder=folder, database_url=url)
    return Moves(place=place, groups=groups, chance=random.Random(2026))


@pytest.mark.reliability
@pytest.mark.timeout(1800)
async def test_killed_among_moving_groups_it_loses_nothing_and_says_what_comes_again(
    tmp_path: Path, size: Size, summary: Callable[[str], None]
) -> None:
    async with Simulator.start(clock=Clock(stands_at=_now())) as sim:
        moves = moving_groups(sim, tmp_path)
        lives = max(10, size.kills // 8)
        for number in range(lives):
            await moves.life(moves.groups[number::lives])
        await moves.comes_to_rest()
        refused = [group.refused(sim) for group in moves.groups]
        await moves.comes_to_rest()

        copies = {room: group.copies(room) for group in moves.groups for room in group.told}
        summary(
            f"{GROUPS} groups moved in {lives} lives with {moves.kills} kills: {len(copies)} posts, "
            f"{sum(len(messages) - 1 for messages in copies.values())} repeated and marked"
        )
        assert [room for room, messages in copies.items() if not messages] == []
        assert [room for room, messages in copies.items() if sum(MARK not in one.text for one in messages) > 1] == []
        assert [group.refused(sim) for group in moves.groups] == refused
        assert [group.number for group in moves.groups if len(group.boards()) > 1] == []
        assert all(group.old is not None for group in moves.groups)
        assert moves.kills >= lives / 2
