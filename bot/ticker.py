"""Wakes what is due. APScheduler is the metronome and nothing more: a row is the schedule, so no beat can be missed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock_watch import ClockWatch
from bot.faults import name_fault
from bot.logs import log
from mentoring.notices.operating import ClockWasSet, RemindersStale
from mentoring.ports import Record
from mentoring.schedule import IN_BULK, ONE_BY_ONE, TO_A_PERSON, Claim
from mentoring.use_cases import command_menus, session_gaps, silence, slot_planning
from mentoring.use_cases.bundle_hours import tell_bundles
from mentoring.use_cases.digesting import plan_missing
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.operating import tell_operator

if TYPE_CHECKING:
    from bot.changes import Changes
    from bot.clock import SteadyClock
    from storage.record import SqlRecord

#: Claimed in one transaction, of what is done in bulk and of the rest; more would hold the writer too long.
AT_ONCE, FEW_AT_ONCE = 1_000, 50
#: People to whom several things are told in one transaction.
PEOPLE_AT_ONCE = 250
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
    Periodic(every=timedelta(hours=1), do=session_gaps.look),
    Periodic(every=timedelta(minutes=1), do=command_menus.repair),
    Periodic(every=timedelta(minutes=1), do=slot_planning.begin),
)


class Ticker:
    def __init__(
        self,
        *,
        changes: Changes,
        clock: SteadyClock,
        seconds: float = SECONDS_BETWEEN_TICKS,
        periodic: Sequence[Periodic] = PERIODIC,
    ) -> None:
        self._changes = changes
        self._clock = clock
        self._seconds = seconds
        self._periodic = periodic
        self._watch = ClockWatch(clock)
        self._done_at: dict[Periodic, datetime] = {}
        self._stale = 0
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
        """All that is due now, some at a time; nothing while it is not sure what the time is."""
        async with self._ticking:
            await self._look_at_the_clock()
            if self._watch.holds:
                return
            try:
                await self._all()
            except Exception as error:  # noqa: BLE001 - one bad row must not keep the others from being done
                log.error("what is due could not be done at once", fault=name_fault(error))
                await self._one_by_one()
            await self._tell_what_went_stale()
            await self._do_periodic()

    async def _look_at_the_clock(self) -> None:
        by = self._watch.look()
        if by is not None:
            minutes = round(by / timedelta(minutes=1))
            log.error("needs somebody's attention", trouble="the clock was set", minutes=minutes)
            await self._changes.make(lambda record, _: tell_operator(record, ClockWasSet(minutes=minutes)))

    async def _all(self) -> None:
        """Also what is planned meanwhile."""
        while await self._round():
            pass

    async def _round(self) -> bool:
        at, claim = await self._changes.make(partial(_some, 0))
        has_found = claim.any
        while claim.any:
            self._count(claim)
            at, claim = await self._changes.make(partial(_some, at))
        return has_found

    def _count(self, claim: Claim) -> None:
        self._stale += sum(due.kind in TO_A_PERSON for due in claim.stale)

    async def _tell_what_went_stale(self) -> None:
        if self._stale:
            count, self._stale = self._stale, 0
            log.warning("reminders were of no use any more", count=count)
            await self._changes.make(lambda record, _: tell_operator(record, RemindersStale(count=count)))

    async def _one_by_one(self) -> None:
        """What fails alone is set aside, so that it is tried once and holds up nobody."""
        left = True
        while left:
            try:
                claim = await self._changes.make(_one)
                self._count(claim)
                left = claim.any
            except Exception as error:  # noqa: BLE001 - as above
                kind = await self._changes.make(_set_aside)
                log.error("something due was set aside", kind=kind, fault=name_fault(error))

    async def _do_periodic(self) -> None:
        """A clock that was set back counts as a beat."""
        now = self._clock.now()
        for one in self._periodic:
            last = self._done_at.get(one)
            if last is None or abs(now - last) >= one.every:
                await self._changes.make(one.do)
                self._done_at[one] = now


#: What falls together is looked for once: in a wave that takes as long as doing a part of it.
_STEPS: Sequence[Callable[[SqlRecord, datetime], Claim]] = (
    lambda record, now: record.schedule.claim_together(now, people=PEOPLE_AT_ONCE),
    lambda record, now: record.schedule.claim(now, at_most=AT_ONCE, kinds=IN_BULK),
    lambda record, now: record.schedule.claim(now, at_most=FEW_AT_ONCE, kinds=ONE_BY_ONE),
)


def _some(at: int, record: SqlRecord, now: datetime) -> tuple[int, Claim]:
    """What the first step finds that finds anything, from this one on; and which that is."""
    for number, step in enumerate(_STEPS[at:], at):
        claim = _do(record, step(record, now), now)
        if claim.any:
            return number, claim
    return at, Claim(dues=())


def _one(record: SqlRecord, now: datetime) -> Claim:
    return _do(record, record.schedule.claim(now, at_most=1), now)


def _do(record: SqlRecord, claim: Claim, now: datetime) -> Claim:
    do_what_is_due(record, claim.dues, now)
    return claim


def _set_aside(record: SqlRecord, now: datetime) -> str | None:
    dues = record.schedule.claim(now, at_most=1).dues
    return dues[0].kind if dues else None
