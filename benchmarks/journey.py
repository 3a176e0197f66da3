"""Rows 2, 3 and 7 of the bar: what people really do, through the whole bot, beside python-telegram-bot's echo.

    uv run python -m benchmarks.journey

The peer answers a line of text with the same line and stores nothing; ours runs its real handlers on a durable record.
Both are also compared by the processor time of their own process, which other work on the machine disturbs least.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from benchmarks.corridors import Trial, answered, first_poll, greetings, started
from benchmarks.machine import machine
from benchmarks.processes import cpu_seconds
from simulator.server import Simulator

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator, Sequence

    from simulator.persons import Person

MENTEES_PER_GROUP = 4
#: A receipt for the mentee, and the work itself for the mentor.
MESSAGES_PER_SUBMISSION = 2
WARM_UP = 20
_LOOK_AGAIN_SECONDS = 0.005

Prepare: TypeAlias = Callable[[Simulator, Path, int], Awaitable[None]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Journey:
    bot: str
    prepare: Prepare
    updates: int
    messages: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """`cpu` is the bot's own microseconds for each update."""

    per_second: float
    cpu: float


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--updates", type=int, default=2_000)
    arguments.add_argument("--replies", type=int, default=300, help="for row 7")
    arguments.add_argument("--rounds", type=int, default=3)
    chosen = arguments.parse_args()
    if (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(0, {0})
    print(machine())
    print_paces(chosen.updates, chosen.rounds)
    print_waits(*asyncio.run(waits(chosen.replies)))


def print_paces(updates: int, rounds: int) -> None:
    echo = Journey(bot="ptb", prepare=lines, updates=updates // 2, messages=updates // 2)
    start = Journey(bot="ementor", prepare=strangers, updates=updates, messages=updates)
    submission = Journey(
        bot="ementor", prepare=submissions, updates=updates, messages=updates * MESSAGES_PER_SUBMISSION
    )
    print(
        "| row | metric | ours /s | PTB echo /s | ratio | bar | CPU µs ours | PTB |\n|---|---|---|---|---|---|---|---|"
    )
    taken = [[asyncio.run(pace(journey)) for journey in (start, submission, echo)] for _ in range(rounds)]
    for number, metric, bar, column in ((2, "a stranger's /start", 2, 0), (3, "a submission in full", 1, 1)):
        ratio = statistics.median(paces[column].per_second / paces[2].per_second for paces in taken)
        ours, peer = (_median([paces[which] for paces in taken]) for which in (column, 2))
        rates = f"{ours.per_second:,.0f} | {peer.per_second:,.0f} | {ratio:.2f} | {bar}"
        print(f"| {number} | {metric} | {rates} | {ours.cpu:,.0f} | {peer.cpu:,.0f} |")


def _median(paces: Sequence[Pace]) -> Pace:
    return Pace(
        per_second=statistics.median(one.per_second for one in paces), cpu=statistics.median(one.cpu for one in paces)
    )


async def lines(simulator: Simulator, _: Path, count: int) -> None:
    await greetings(simulator, count)


async def strangers(simulator: Simulator, _: Path, count: int) -> None:
    for number in range(count):
        await simulator.person(f"Stranger {number}").starts()


async def submissions(simulator: Simulator, folder: Path, count: int) -> None:
    """Each mentee hands in one file; everybody has opened the bot, and it has seen that."""
    from benchmarks import real_house

    mentees = [simulator.person(f"Mentee {number}") for number in range(count)]
    groups: dict[Person, list[Person]] = {}
    for first in range(0, count, MENTEES_PER_GROUP):
        groups[simulator.person(f"Mentor {first}")] = mentees[first : first + MENTEES_PER_GROUP]
    real_house.furnish(folder, {mentor.id: [one.id for one in theirs] for mentor, theirs in groups.items()})
    for mentor in groups:
        await mentor.starts()
    simulator.world.updates.drop_all()
    for number, mentee in enumerate(mentees):
        await mentee.sends_document("essay.pdf", b"%%PDF-1.7 essay %d" % number, caption="My work")


async def pace(journey: Journey) -> Pace:
    with tempfile.TemporaryDirectory() as folder:
        async with Simulator.start() as simulator:
            await journey.prepare(simulator, Path(folder), journey.updates)
            with running(journey.bot, simulator, folder) as process:
                return await _pace(journey, simulator, process.pid)


async def _pace(journey: Journey, simulator: Simulator, pid: int) -> Pace:
    async def spent_before() -> float:
        while not any(request.method == "getUpdates" for request in simulator.requests):  # noqa: ASYNC110
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)
        return cpu_seconds(pid)

    async with asyncio.timeout(600), asyncio.TaskGroup() as together:
        starting = together.create_task(spent_before())
        ending = together.create_task(answered(simulator, journey.messages))
    took = (ending.result() - first_poll(simulator)).total_seconds()
    spent = cpu_seconds(pid) - starting.result()
    return Pace(per_second=journey.updates / took, cpu=spent / journey.updates * 1e6)


@contextmanager
def running(bot: str, simulator: Simulator, folder: str) -> Iterator[subprocess.Popen[bytes]]:
    process = started(Trial(bot=bot, updates=0), simulator, Path(folder), None)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


async def waits(count: int) -> tuple[list[float], list[float]]:
    """Milliseconds from each message to its answer, ours and the peer's in turns, nobody else writing."""
    with tempfile.TemporaryDirectory() as folder:
        async with Simulator.start() as ours, Simulator.start() as theirs:
            with running("ementor", ours, folder), running("ptb", theirs, folder):
                async with asyncio.timeout(600):
                    pairs = [(await wait(ours, number), await wait(theirs, number)) for number in range(count)]
    mine, peers = zip(*pairs[WARM_UP:], strict=True)
    return list(mine), list(peers)


async def wait(simulator: Simulator, number: int) -> float:
    person, answer = simulator.person(f"Stranger {number}"), asyncio.Event()
    stop = simulator.world.subscribe(lambda change: answer.set() if change.kind == "message" else None)
    began = time.perf_counter()
    await person.starts()
    answer.clear()
    await answer.wait()
    stop()
    return (time.perf_counter() - began) * 1000


def print_waits(ours: Sequence[float], peers: Sequence[float]) -> None:
    print("\n| row | a calm wait for the answer | ours ms | PTB echo ms | ratio | bar |\n|---|---|---|---|---|---|")
    for name, part, bar in (("p50", 0.5, 1.5), ("p95", 0.95, 2)):
        mine, peer = _share(ours, part), _share(peers, part)
        print(f"| 7 | {name} | {mine:.1f} | {peer:.1f} | {mine / peer:.2f} | {bar} |")


def _share(waits: Sequence[float], part: float) -> float:
    return sorted(waits)[int(len(waits) * part)]


if __name__ == "__main__":
    main()
