"""The peer: one APScheduler job for each reminder, kept by its SQLAlchemyJobStore or in memory."""

from __future__ import annotations

import asyncio
import pickle
import resource
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from apscheduler.events import EVENT_JOB_EXECUTED, EVENT_JOB_MISSED
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.util import datetime_to_utc_timestamp
from sqlalchemy import insert

from benchmarks.held_loop import Held, watch_loop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LONGEST = 120.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Wave:
    """`held` is the longest that the event loop did not come round, `restart` what a start takes; in milliseconds."""

    name: str
    seconds: float
    missed: int
    held: float
    mb: float
    restart: float


@dataclass
class Seen:
    due: int
    fired: int = 0
    missed: int = 0
    all: asyncio.Event = field(default_factory=asyncio.Event)


async def remind(number: int) -> None:
    """Costs nothing, in the peer's favour."""


async def wave(folder: Path, *, due: int, pending: int, grace: int | None, store: str) -> Wave:
    """`missed` also counts what had not come after two minutes. A memory store is filled at each start."""
    url, before = f"sqlite:///{folder}/jobs-{grace}.db", memory_mb()
    if store == "memory":
        kept: MemoryJobStore | SQLAlchemyJobStore = MemoryJobStore()
    else:
        await fill(url, due=due, pending=pending, grace=grace)
        kept = SQLAlchemyJobStore(url=url)
    seen, held, began = Seen(due=due), Held(), time.perf_counter()
    scheduler = AsyncIOScheduler(timezone=UTC, jobstores={"default": kept})
    if store == "memory":
        _add_all(scheduler, due=due, pending=pending, grace=grace)
    scheduler.add_listener(lambda _: _count(seen, fired=1), EVENT_JOB_EXECUTED)
    scheduler.add_listener(lambda _: _count(seen, missed=1), EVENT_JOB_MISSED)
    async with watch_loop(held):
        scheduler.start()
        restart = time.perf_counter() - began
        with suppress(TimeoutError):
            await asyncio.wait_for(seen.all.wait(), _LONGEST)
    seconds = time.perf_counter() - began
    scheduler.shutdown(wait=False)
    return Wave(
        name="APScheduler",
        seconds=seconds,
        missed=due - seen.fired,
        held=held.longest,
        mb=memory_mb() - before,
        restart=restart * 1000,
    )


def _count(seen: Seen, *, fired: int = 0, missed: int = 0) -> None:
    seen.fired += fired
    seen.missed += missed
    if seen.fired + seen.missed == seen.due:
        seen.all.set()


def _add_all(scheduler: AsyncIOScheduler, *, due: int, pending: int, grace: int | None) -> None:
    """Taken over by the store when the scheduler starts."""
    now = datetime.now(UTC)  # noqa: TID251 - APScheduler has no other clock
    for number in range(pending):
        at = now if number < due else now + timedelta(days=365, seconds=number)
        scheduler.add_job(remind, "date", run_date=at, args=[number], misfire_grace_time=grace)


async def fill(url: str, *, due: int, pending: int, grace: int | None) -> None:
    """Jobs as the store itself pickles them, but in one transaction: adding them singly takes minutes."""
    store = SQLAlchemyJobStore(url=url)
    scheduler = AsyncIOScheduler(timezone=UTC, jobstores={"default": store})
    scheduler.start(paused=True)
    now = datetime.now(UTC)  # noqa: TID251 - APScheduler has no other clock
    with store.engine.begin() as connection:
        connection.execute(insert(store.jobs_t), [*_rows(scheduler, now, due=due, pending=pending, grace=grace)])
    scheduler.shutdown(wait=False)


def _rows(
    scheduler: AsyncIOScheduler, now: datetime, *, due: int, pending: int, grace: int | None
) -> Iterator[dict[str, object]]:
    """All that are due at once have just become so; max_instances does not hold up jobs of their own."""
    job = scheduler.add_job(remind, "date", run_date=now + timedelta(days=365), args=[0], misfire_grace_time=grace)
    state = job.__getstate__()
    scheduler.remove_job(job.id)
    for number in range(pending):
        at = now if number < due else now + timedelta(days=365, seconds=number)
        trigger = type(state["trigger"])(run_date=at, timezone=UTC)
        mine = state | {"id": f"{number:032}", "args": (number,), "next_run_time": at, "trigger": trigger}
        timestamp = datetime_to_utc_timestamp(at)
        yield {"id": mine["id"], "next_run_time": timestamp, "job_state": pickle.dumps(mine)}


def memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
