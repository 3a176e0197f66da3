"""Rows 1, 4, 5 and 6 of the bar: updates per second through the corridors, beside python-telegram-bot in the same run.

    uv run python -m benchmarks.corridors

The simulator runs in this process and each bot in one of its own, on another core where there is one. Rates count from
the first getUpdates to the last reply (row 5: to the last confirmation), so that starting up is not in them.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from benchmarks.machine import machine
from simulator.server import Simulator

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

PEOPLE = 200
SLOW_FSYNC = Path(__file__).with_name("slow_fsync.c")
Said = Literal["to the bot", "among people"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """`network` seconds are added to every call, `fsync` seconds to every write to the disk."""

    bot: str
    updates: int
    said: Said = "to the bot"
    network: float = 0.0
    fsync: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    number: int
    metric: str
    ours: Trial
    peer: Trial
    peer_name: str
    bar: float


def rows(updates: int) -> list[Row]:
    house, ptb = Trial(bot="house", updates=updates), Trial(bot="ptb", updates=updates // 4)
    return [
        Row(number=1, metric="echo, durable FULL", ours=house, peer=ptb, peer_name="PTB default", bar=4),
        Row(
            number=4,
            metric="the same, 50 ms of network",
            ours=Trial(bot="house", updates=updates, network=0.05),
            peer=Trial(bot="ptb", updates=100, network=0.05),
            peer_name="PTB default",
            bar=70,
        ),
        Row(
            number=5,
            metric="group talk that concerns nobody",
            ours=Trial(bot="house", updates=updates * 4, said="among people"),
            peer=Trial(bot="ptb-reader", updates=updates, said="among people"),
            peer_name="PTB, no store",
            bar=3,
        ),
        Row(
            number=6,
            metric="echo with 8 ms per fsync",
            ours=Trial(bot="house", updates=updates, fsync=0.008),
            peer=house,
            peer_name="ours, fast disk",
            bar=0.65,
        ),
    ]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--updates", type=int, default=8_000)
    arguments.add_argument("--rounds", type=int, default=3)
    chosen = arguments.parse_args()
    if (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(0, {0})
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        shim = compiled_shim(Path(folder))
        wanted = [row for row in rows(chosen.updates) if shim or not row.ours.fsync]
        print_table(wanted, chosen.rounds, shim)
    if shim is None:
        print("Row 6 was left out: it needs a C compiler.")


def print_table(wanted: Sequence[Row], rounds: int, shim: Path | None) -> None:
    print("| row | metric | ours /s | peer /s | peer | ratio | bar |\n|---|---|---|---|---|---|---|")
    for row in wanted:
        pairs = [(rate(row.ours, shim), rate(row.peer, shim)) for _ in range(rounds)]
        ours, peer = (statistics.median(rates) for rates in zip(*pairs, strict=True))
        ratio = statistics.median(our / their for our, their in pairs)
        figures = f"{ours:,.0f} | {peer:,.0f} | {row.peer_name} | {ratio:.2f} | {row.bar}"
        print(f"| {row.number} | {row.metric} | {figures} |", flush=True)


def compiled_shim(folder: Path) -> Path | None:
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    library = folder / "slow_fsync.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, SLOW_FSYNC, "-ldl"], check=True)
    return library


def rate(trial: Trial, shim: Path | None) -> float:
    """Updates per second."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_rate(trial, Path(folder), shim))


async def _rate(trial: Trial, folder: Path, shim: Path | None) -> float:
    async with Simulator.start() as simulator:
        await (talk if trial.said == "among people" else greetings)(simulator, trial.updates)
        if trial.network:
            simulator.faults.order(kind="delay", seconds=trial.network, times=10**9)
        process = started(trial, simulator, folder, shim)
        try:
            async with asyncio.timeout(600):
                ended_at = await (confirmed if trial.said == "among people" else answered)(simulator, trial.updates)
        finally:
            process.kill()
            process.wait()
        return trial.updates / (ended_at - first_poll(simulator)).total_seconds()


async def greetings(simulator: Simulator, count: int) -> None:
    people = [simulator.person(f"Person {number}") for number in range(PEOPLE)]
    for number in range(count):
        await people[number % PEOPLE].says(f"Hello for the {number}th time")


async def talk(simulator: Simulator, count: int) -> None:
    simulator.world.reads_all_group_messages = True
    people = [simulator.person(f"Person {number}") for number in range(PEOPLE)]
    groups = [simulator.group(f"Group {person.id}", owner=person, supergroup=True) for person in people]
    for group in groups:
        group.adds_bot()
    for number in range(count):
        await people[number % PEOPLE].says(f"See you at {number % 24}", in_=groups[number % PEOPLE])


def started(trial: Trial, simulator: Simulator, folder: Path, shim: Path | None) -> subprocess.Popen[bytes]:
    slow = {"LD_PRELOAD": str(shim), "SLOW_FSYNC_US": f"{trial.fsync * 1e6:.0f}"} if shim and trial.fsync else {}
    command = [sys.executable, "-m", "benchmarks.bots", trial.bot, simulator.url, simulator.token, str(folder)]
    process = subprocess.Popen(command, env={**os.environ, **slow}, stderr=subprocess.DEVNULL)
    if (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(process.pid, set(range(1, os.cpu_count() or 2)))
    return process


async def answered(simulator: Simulator, count: int) -> datetime:
    """When the last reply had arrived."""
    replies: asyncio.Queue[None] = asyncio.Queue()
    simulator.world.subscribe(lambda change: replies.put_nowait(None) if change.kind == "message" else None)
    for _ in range(count):
        await replies.get()
    return simulator.clock.now()


async def confirmed(simulator: Simulator, _: int) -> datetime:
    await simulator.all_confirmed(600)
    return simulator.clock.now()


def first_poll(simulator: Simulator) -> datetime:
    return next(request.time for request in simulator.requests if request.method == "getUpdates")


if __name__ == "__main__":
    main()
