"""The clock beside APScheduler's job store, and what a digest costs. Rows 10 and 11 of the bar.

uv run python -m benchmarks.clock             both tables, about three minutes
uv run python -m benchmarks.clock --quick     fewer pending jobs for the peer, and no 10,000 groups
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import statistics
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from benchmarks.clock_data import MEMBERS, NOW, Size, build, plan_reminders
from benchmarks.clock_peer import Wave, memory_mb
from benchmarks.clock_peer import wave as peer_wave
from benchmarks.held_loop import Held, watch_loop
from benchmarks.machine import machine
from bot.changes import Changes
from bot.garbage import look_seldom
from bot.known_chats import KnownChats
from bot.ticker import Ticker
from mentoring.ids import PersonId
from mentoring.notices.sessions import SessionReminder
from mentoring.rules import Rules
from storage.engine import open_database
from storage.record import SqlRecord
from storage.tables.outbox import outbox
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from storage.engine import Database

DUE, PENDING = 10_000, 100_000
_RUNS = 5


class StandingClock:
    def now(self) -> datetime:
        return NOW

    def elapsed(self) -> float:
        return 0.0


async def our_wave(folder: Path) -> Wave:
    size = Size(groups=DUE // MEMBERS, owns=DUE // MEMBERS)
    database = build(folder, size)
    plan_reminders(database, size, later=PENDING - DUE)
    ticker, writer = clockwork(database, StandingClock())
    before, held = memory_mb(), Held()
    writer.start()
    async with watch_loop(held):
        began = time.perf_counter()
        await ticker.tick()
        seconds = time.perf_counter() - began
    await writer.stop()
    with database.writing.connect() as connection:
        told = connection.scalar(select(func.count()).where(outbox.c.kind == SessionReminder.__name__)) or 0
    used = memory_mb() - before
    database.close()
    return Wave(
        name="ementor", seconds=seconds, missed=DUE - told, held=held.longest, mb=used, restart=_restart(folder, size)
    )


def clockwork(database: Database, clock: StandingClock) -> tuple[Ticker, Writer]:
    """With what is due alone: what is done again and again has nothing to do with reminders."""
    writer = Writer(database=database)
    changes = Changes(writer=writer, clock=clock, rules=Rules(), known_chats=KnownChats(), wake=lambda _: None)
    return Ticker(changes=changes, clock=clock, periodic=()), writer


def _restart(folder: Path, size: Size) -> float:
    """What a started bot reads of the schedule before it can wait for the next beat: its first claim, in ms."""
    database = open_database(f"sqlite:///{folder}/clock-{size.groups}.db")
    with database.writing.begin() as connection:
        SqlRecord(connection, NOW, Rules()).schedule.claim(NOW, at_most=1)
        began = time.perf_counter()
        SqlRecord(connection, NOW, Rules()).schedule.claim(NOW, at_most=1_000)
        took = time.perf_counter() - began
    database.close()
    return took * 1000


def row_10(folder: Path, *, peer_pending: int) -> None:
    waves = [asyncio.run(our_wave(folder))]
    for store, grace in (("memory", 1), ("memory", None), ("SQLAlchemy", 1), ("SQLAlchemy", None)):
        found = asyncio.run(peer_wave(folder, due=DUE, pending=peer_pending, grace=grace, store=store))
        waves.append(replace(found, name=f"APScheduler, {store} store, grace {grace}, {peer_pending:,} pending"))
    print(f"{DUE:,} reminders due at one instant, {PENDING:,} pending\n")
    print("| | seconds | missed | loop held, ms | memory, MB | restart, ms |\n|---|---|---|---|---|---|")
    for one in waves:
        print(
            f"| {one.name} | {one.seconds:.2f} | {one.missed:,} | {one.held:.1f} | {one.mb:.1f} | {one.restart:.1f} |"
        )


def row_11(folder: Path, *, largest: int) -> None:
    print("\nA digest's facts; each group has 8 people, 12 sessions, 72 diaries, 40 submissions\n")
    print("| groups of the manager | of all | ms | µs a group |\n|---|---|---|---|")
    sizes = [(10, 10), (100, 100), (1_000, 1_000), (largest, largest), (100, largest)]
    for owns, groups in sizes:
        milliseconds = _digest(folder, Size(groups=groups, owns=owns, past=12, submissions=40))
        print(f"| {owns:,} | {groups:,} | {milliseconds:.2f} | {milliseconds * 1000 / owns:.1f} |")


def _digest(folder: Path, size: Size) -> float:
    with _built(folder / f"{size.owns}-{size.groups}", size) as read:
        read()
        return statistics.median(_timed(read) for _ in range(_RUNS)) * 1000


@contextmanager
def _built(folder: Path, size: Size) -> Iterator[Callable[[], object]]:
    folder.mkdir()
    database = build(folder, size)
    with database.writing.connect() as connection:
        yield lambda: SqlRecord(connection, NOW, Rules()).digests.facts(PersonId(1), NOW)
    database.close()


def _timed(read: Callable[[], object]) -> float:
    began = time.perf_counter()
    read()
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    print(machine())
    look_seldom()  # as the bot does when it has started
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # in the peer's favour: a line for each job that is missed
    with tempfile.TemporaryDirectory() as folder:
        row_10(Path(folder), peer_pending=2 * DUE if quick else PENDING)
        row_11(Path(folder), largest=2_000 if quick else 10_000)


if __name__ == "__main__":
    main()
