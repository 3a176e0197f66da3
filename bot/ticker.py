"""Wakes what is due. APScheduler is the metronome and nothing more: a row is the schedule, so no beat can be missed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.faults import name_fault
from bot.logs import log
from mentoring.ports import Record
from mentoring.schedule import IN_BULK, ONE_BY_ONE, Claim
from mentoring.use_cases import command_menus, silence, slot_planning
from mentoring.use_cases.bundle_hours import tell_bundles
from mentoring.use_cases.digesting import plan_missing
from mentoring.use_cases.due import do_what_is_due

if TYPE_CHECKING:
    from bot.changes import Changes
    from bot.clock import Clock
    from storage.record import SqlRecord

#: Claimed in one transaction, of what is done in bulk and of the rest; more would hold the writer too long.
AT_ONCE, FEW_AT_ONCE = 1_000, 50
SECONDS_BETWEEN_TICKS = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Periodic:
    """Something that is done again and again, and never harms when it is done too often."""

    every: timedelta
    do: Callable[[Record, datetime], object]


PERIODIC = (
    Periodic(every=timedelta(hours=1), do=plan_missing),
    Periodic(every=timedelta(hours=1), do=lambda record, now: record.prompts.prune(now)),
    Periodic(every=timedelta(minutes=1), do=tell_bundles),
    Periodic(every=timedelta(hours=6), do=silence.look),
    Periodic(every=timedelta(minutes=1), do=command_menus.repair),
    Periodic(every=timedelta(minutes=1), do=slot_planning.begin),
)


class Ticker:
    def __init__(self, *, changes: Changes, clock: Clock, seconds: float = SECONDS_BETWEEN_TICKS) -> None:
        self._changes = changes
        self._clock = clock
        self._seconds = seconds
        self._done_at: dict[Periodic, datetime] = {}
        self._ticking = asyncio.Lock()

    async def run(self) -> None:
        """Until it is cancelled."""
        scheduler = AsyncIOScheduler(timezone=UTC)
        scheduler.add_job(
            self.tick, "interval", seconds=self._seconds, misfire_grace_time=None, coalesce=True, max_instances=1
        )
        scheduler.start()
        try:
            await asyncio.Event().wait()
        finally:
            scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """All that is due now, some at a time."""
        async with self._ticking:
            try:
                while await self._changes.make(_some):
                    pass
            except Exception as error:  # noqa: BLE001 - one bad row must not keep the others from being done
                log.error("what is due could not be done at once", fault=name_fault(error))
                await self._one_by_one()
            await self._do_periodic()

    async def _one_by_one(self) -> None:
        """What fails alone is set aside, so that it is tried once and holds up nobody."""
        left = True
        while left:
            try:
                left = await self._changes.make(_one)
            except Exception as error:  # noqa: BLE001 - as above
                kind = await self._changes.make(_set_aside)
                log.error("something due was set aside", kind=kind, fault=name_fault(error))

    async def _do_periodic(self) -> None:
        """A clock that was set back counts as a beat."""
        now = self._clock.now()
        for one in PERIODIC:
            last = self._done_at.get(one)
            if last is None or abs(now - last) >= one.every:
                await self._changes.make(one.do)
                self._done_at[one] = now


def _some(record: SqlRecord, now: datetime) -> bool:
    many = record.schedule.claim(now, at_most=AT_ONCE, kinds=IN_BULK)
    return _do(record, many, now) or _do(record, record.schedule.claim(now, at_most=FEW_AT_ONCE, kinds=ONE_BY_ONE), now)


def _one(record: SqlRecord, now: datetime) -> bool:
    return _do(record, record.schedule.claim(now, at_most=1), now)


def _do(record: SqlRecord, claim: Claim, now: datetime) -> bool:
    do_what_is_due(record, claim.dues, now)
    return claim.any


def _set_aside(record: SqlRecord, now: datetime) -> str | None:
    dues = record.schedule.claim(now, at_most=1).dues
    return dues[0].kind if dues else None
