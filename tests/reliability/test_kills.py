"""kill -9 at random moments and at every named crash point: nothing confirmed is lost, nothing takes effect twice."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import ExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, get_args

import pytest

from bot.crash_points import CrashPoint
from simulator.clock import Clock
from simulator.server import Simulator
from simulator.tapping import inline_button, tap
from storage.blobs import BlobStore
from tests.reliability.bot_process import AS_RELEASED, UNPACED, BotProcess, Place, a_free_port, running, start
from tests.reliability.ledger import Books, Phones, Verdict, judge
from tests.reliability.mentoring_at_scale import Programme, a_programme

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from tests.reliability.conftest import Size
    from tests.storage.engines import EngineName, Engines

#: How often a point is passed in a life with some dozens of documents, at the very least.
PASSED: Final[dict[CrashPoint, int]] = {
    "ingest_received": 1,
    "inbox_committed": 1,
    "unit_before_commit": 20,
    "unit_committed": 20,
    "parcel_marked": 3,
    "parcel_accepted": 25,
    "parcel_recorded": 3,
    "blob_written": 12,
    "blob_renamed": 12,
}
POINTS: Final[tuple[CrashPoint, ...]] = get_args(CrashPoint)
LIFETIME_SECONDS = 60
COMBINATIONS: Final[tuple[tuple[EngineName, bool], ...]] = (
    ("sqlite", False),
    ("sqlite", True),
    ("postgres", False),
    ("postgres", True),
)


@dataclass(kw_only=True)
class Trial:
    """One bot that dies again and again, and its judge."""

    name: str
    place: Place
    programme: Programme
    phones: Phones
    chance: random.Random
    program: tuple[str, ...]
    kills: int = 0
    accepted: set[int] = field(default_factory=set)

    async def life(self, documents: int, crash_at: CrashPoint | None) -> None:
        """Some documents wait already, others come while it runs; then it dies."""
        early = self.chance.randint(0, documents)
        await self.programme.hand_in(early)
        self._accept_some()
        times = self.chance.randint(1, PASSED[crash_at]) if crash_at else 0
        bot = await start(self.place, program=self.program, crash_at=f"{crash_at}:{times}" if crash_at else "")
        try:
            await (self._at_random(bot, documents - early) if crash_at is None else self._there(bot, documents - early))
        finally:
            await bot.killed()
            bot.transport.close()
        self.kills += 1

    async def _at_random(self, bot: BotProcess, documents: int) -> None:
        if self.chance.random() < 0.8:
            assert await bot.runs(), bot.said
        await self.programme.hand_in(documents)
        assert not await bot.ends(within=self.chance.uniform(0, 1.5)), bot.said

    async def _there(self, bot: BotProcess, documents: int) -> None:
        await bot.runs()
        await self.programme.hand_in(documents)
        assert await bot.ends(within=LIFETIME_SECONDS), f"the point was not reached\n{bot.said}"
        assert bot.returncode == -9, bot.said

    def _accept_some(self) -> None:
        """Mentors press on the newest cards."""
        for number in [number for number in self.phones.cards if number not in self.accepted][-5:]:
            card = self.phones.cards[number]
            button = inline_button(card, "Accept")
            if button is not None and not card.deleted and card.chat.person is not None:
                tap(self.place.sim.world, card.chat.person, card, str(button["callback_data"]))
                self.accepted.add(number)

    async def comes_to_rest(self, books: Books, within: float) -> None:
        """A last life, in which all that is left gets done, and a good end."""
        async with running(self.place, program=self.program) as bot:
            await bot.until(lambda: self.place.sim.confirmed == self.place.sim.queued, within=within)
            await bot.until(books.nothing_is_left_to_do, within=within)
            assert await bot.stopped() <= 5
            assert bot.returncode == 0, bot.said


@asynccontextmanager
async def a_trial(
    engines: Engines, engine: EngineName, folder: Path, *, webhook: bool, program: tuple[str, ...], groups: int
) -> AsyncIterator[Trial]:
    """Each update is brought twice."""
    name = f"{engine}, {'webhook' if webhook else 'polling'}"
    folder = folder / name.replace(", ", "-")
    folder.mkdir()
    with ExitStack() as cleanup:
        url = f"sqlite:///{folder}/ementor.db"
        if engine == "postgres":
            url = cleanup.enter_context(engines.server.empty_database())
        async with Simulator.start(webhook_pause=0.05, clock=_clock(program)) as sim:
            sim.faults.order(method="getUpdates", kind="duplicate", times=10**9)
            sim.faults.order(method="webhook", kind="duplicate", times=10**9)
            port = a_free_port() if webhook else None
            yield Trial(
                name=name,
                place=Place(sim=sim, folder=folder, database_url=url, webhook_port=port),
                programme=a_programme(sim, url, groups=groups),
                phones=Phones(sim),
                chance=random.Random(name),
                program=program,
            )


def _clock(program: tuple[str, ...]) -> Clock:
    """Telegram forgets a press after 150 seconds; a machine with four bots on it is not always as fast."""
    return Clock(stands_at=datetime.fromtimestamp(time.time(), UTC)) if program == UNPACED else Clock()


def every_point_twice_and_random_moments(kills: int, chance: random.Random) -> Iterator[CrashPoint | None]:
    """At every point equally often, at least twice; a quarter of the kills come at any moment."""
    at_points = max(2, round(kills * 0.75 / len(POINTS)))
    plan: list[CrashPoint | None] = [*POINTS * at_points]
    plan += [None] * max(0, kills - len(plan))
    chance.shuffle(plan)
    yield from plan


async def lives_and_deaths(trial: Trial, *, updates: int, kills: int) -> Verdict:
    plan = [*every_point_twice_and_random_moments(kills, trial.chance)]
    first_id = next(iter(update.update_id for update in trial.place.sim.world.updates.waiting()), 727_000_001)
    for crash_at in plan:
        await trial.life(max(30, -(-updates // len(plan))), crash_at)
    with closing(Books(trial.place.database_url)) as books:
        await trial.comes_to_rest(books, within=120 + updates / 15)
        assert set(books.accepted()) == trial.accepted
        blobs = BlobStore(trial.place.folder)
        assert books.hashes() == set(blobs.hashes())
        return judge(trial.place.sim, trial.programme, books, trial.phones, first_id)


def line_about(trial: Trial, verdict: Verdict) -> str:
    return (
        f"{trial.name}: {verdict.updates} updates {trial.kills} kills, "
        f"{verdict.lost} lost, {verdict.twice} twice; {trial.phones.repeats} messages repeated, "
        f"{verdict.unmarked_repeats} of them unmarked, {verdict.not_told} missing"
    )


@pytest.mark.postgres
@pytest.mark.reliability
@pytest.mark.timeout(3600)
async def test_killed_anywhere_it_loses_nothing_and_does_nothing_twice(
    engines: Engines, tmp_path: Path, size: Size, summary: Callable[[str], None]
) -> None:
    verdicts: list[Verdict] = []

    async def one(engine: EngineName, *, webhook: bool) -> None:
        async with a_trial(engines, engine, tmp_path, webhook=webhook, program=UNPACED, groups=40) as trial:
            verdict = await lives_and_deaths(trial, updates=size.updates // 4, kills=size.kills // 4)
            summary(line_about(trial, verdict))
            verdicts.append(verdict)

    async with asyncio.TaskGroup() as together:
        for engine, webhook in COMBINATIONS:
            together.create_task(one(engine, webhook=webhook))

    updates = sum(verdict.updates for verdict in verdicts)
    summary(f"all four: 0 of {updates} lost or done twice means, at 95 %, less than {3 / updates:.2%} of updates")
    assert updates >= size.updates
    assert [(one.updates - one.confirmed, one.lost, one.twice) for one in verdicts] == [(0, 0, 0)] * 4
    assert [(one.unmarked_repeats, one.not_told) for one in verdicts] == [(0, 0)] * 4


@pytest.mark.reliability
@pytest.mark.timeout(600)
async def test_as_released_with_telegrams_pace_it_is_the_same(
    engines: Engines, tmp_path: Path, summary: Callable[[str], None]
) -> None:
    async with a_trial(engines, "sqlite", tmp_path, webhook=False, program=AS_RELEASED, groups=20) as trial:
        verdict = await lives_and_deaths(trial, updates=360, kills=18)
        summary(f"`ementor run`, {line_about(trial, verdict)}")

    assert (verdict.updates - verdict.confirmed, verdict.lost, verdict.twice) == (0, 0, 0)
    assert (verdict.unmarked_repeats, verdict.not_told) == (0, 0)
