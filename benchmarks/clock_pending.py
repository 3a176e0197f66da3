"""What it costs that reminders are pending: start-up, memory, and a tick in which nothing is due. Row 10 of the bar.

uv run python -m benchmarks.clock_pending           1,000, 10,000 and 100,000, about two minutes
uv run python -m benchmarks.clock_pending --quick   1,000 alone

Beside one APScheduler job for each, in its memory store and in its SQLAlchemy store. Each figure comes from a process
of its own, because the memory of a process never shrinks; what is planned was written by another one before.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from benchmarks.clock import StandingClock, clockwork
from benchmarks.clock_data import Size, build, plan_reminders
from benchmarks.clock_peer import fill, memory_mb, remind
from benchmarks.machine import machine
from storage.engine import open_database

if TYPE_CHECKING:
    from collections.abc import Callable

PENDING = (1_000, 10_000, 100_000)
_TICKS = 200
#: Somebody must live in the record; nothing of theirs is due.
_SIZE = Size(groups=1, owns=1)


class Who(StrEnum):
    OURS = "ementor"
    MEMORY = "APScheduler, memory store"
    SQL = "APScheduler, SQLAlchemy store"


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """Milliseconds, and megabytes beside what the program takes anyway."""

    start: float
    mb: float
    tick: float


def write_down(who: Who, pending: int, folder: Path) -> None:
    """What a memory store knew is gone when the program ends: it writes nothing."""
    if who is Who.OURS:
        database = build(folder, _SIZE)
        plan_reminders(database, _SIZE, later=pending, due_now=False)
        database.close()
    elif who is Who.SQL:
        asyncio.run(fill(_url(folder), due=0, pending=pending, grace=None))


def _url(folder: Path) -> str:
    return f"sqlite:///{folder}/jobs.db"


async def ours(folder: Path) -> Cost:
    before, began = memory_mb(), time.perf_counter()
    database = open_database(f"sqlite:///{folder}/clock-{_SIZE.groups}.db")
    ticker, writer = clockwork(database, StandingClock())
    writer.start()
    await ticker.tick()
    start = time.perf_counter() - began
    ticks = []
    for _ in range(_TICKS):
        began = time.perf_counter()
        await ticker.tick()
        ticks.append(time.perf_counter() - began)
    used = memory_mb() - before
    await writer.stop()
    database.close()
    return Cost(start=start * 1000, mb=used, tick=statistics.median(ticks) * 1000)


async def peer(pending: int, store: Callable[[], MemoryJobStore | SQLAlchemyJobStore], *, adds: bool) -> Cost:
    before, began = memory_mb(), time.perf_counter()
    scheduler = AsyncIOScheduler(timezone=UTC, jobstores={"default": store()})
    scheduler.start(paused=True)
    if adds:
        later = datetime.now(UTC) + timedelta(days=365)  # noqa: TID251 - APScheduler has no other clock
        for number in range(pending):
            at = later + timedelta(seconds=number)
            scheduler.add_job(remind, "date", run_date=at, args=[number], misfire_grace_time=None)
    scheduler.resume()
    scheduler._process_jobs()  # noqa: SLF001 - a tick of its own
    start = time.perf_counter() - began
    ticks = []
    for _ in range(_TICKS):
        began = time.perf_counter()
        scheduler._process_jobs()  # noqa: SLF001 - a tick of its own
        ticks.append(time.perf_counter() - began)
    used = memory_mb() - before
    scheduler.shutdown(wait=False)
    return Cost(start=start * 1000, mb=used, tick=statistics.median(ticks) * 1000)


def measured(who: Who, pending: int, folder: Path) -> Cost:
    match who:
        case Who.OURS:
            return asyncio.run(ours(folder))
        case Who.MEMORY:
            return asyncio.run(peer(pending, MemoryJobStore, adds=True))
        case Who.SQL:
            return asyncio.run(peer(pending, lambda: SQLAlchemyJobStore(url=_url(folder)), adds=False))


def apart(step: str, who: Who, pending: int, folder: Path) -> str:
    command = [sys.executable, "-m", "benchmarks.clock_pending", step, who.value, str(pending), str(folder)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout


def table(sizes: tuple[int, ...]) -> None:
    print("| pending | | start, ms | memory, MB | a tick, ms |\n|---|---|---|---|---|")
    for pending in sizes:
        for who in Who:
            with tempfile.TemporaryDirectory() as folder:
                apart("--write", who, pending, Path(folder))
                cost = Cost(**json.loads(apart("--measure", who, pending, Path(folder))))
            print(f"| {pending:,} | {who} | {cost.start:,.1f} | {cost.mb:.1f} | {cost.tick:.3f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write:
        write_down(Who(asked.write[0]), int(asked.write[1]), Path(asked.write[2]))
    elif asked.measure:
        print(json.dumps(asdict(measured(Who(asked.measure[0]), int(asked.measure[1]), Path(asked.measure[2])))))
    else:
        print(machine())
        table(PENDING[:1] if asked.quick else PENDING)


if __name__ == "__main__":
    main()
