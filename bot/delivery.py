"""The corridor of notices: takes due parcels from the outbox, marks them, and sends them at the pacer's word."""

from __future__ import annotations

import asyncio
import itertools
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot import under_way
from bot.backoff import Backoff
from bot.carrier import Carrier, nothing_of_our_own
from bot.crash_points import reached
from bot.departures import Departures
from bot.faults import name_fault
from bot.outgoing import Outgoing
from bot.posting import edit_targets
from bot.recorder import Recorder
from storage import dispatch
from storage.parcels import ParcelStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    from bot.bot_api import BotApi
    from bot.carrier import OwnCopies
    from bot.clock import Clock
    from bot.failures import Unreachable
    from bot.pacer import Pacer, Release
    from bot.supervisor import Supervisor
    from bot.under_way import UnderWay
    from handlers.message import Rendering
    from storage.dispatch import Claimed, Due
    from storage.parcels import Parcel
    from storage.writer import Writer

#: The wall clock may be moved, and rows may be added from outside: look again without being woken.
_LOOK_AGAIN_SECONDS = 5.0
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Delivery:
    """`render` puts a parcel into words; True asks for a visible mark that it may be a repeat, and None means that
    there is nothing to send any more. `outgoing` tells what became of notices so far."""

    def __init__(
        self,
        *,
        api: BotApi,
        render: Callable[[Parcel, bool], Rendering | None],
        writer: Writer,
        clock: Clock,
        supervisor: Supervisor,
        pacer: Pacer,
        on_result: Callable[[Connection, Parcel, object], None],
        on_unreachable: Callable[[Connection, Parcel, Unreachable], None],
        on_migrated: Callable[[Connection, int, int], None],
        own_copies: OwnCopies = nothing_of_our_own,
        on_refused: Callable[[Connection, Parcel], None] | None = None,
        flying_at_most: int = 128,
        backoff: Backoff | None = None,
    ) -> None:
        self.outgoing = Outgoing()
        self._render = render
        self._writer = writer
        self._clock = clock
        self._supervisor = supervisor
        self._flying_at_most = flying_at_most
        backoff = backoff or Backoff()
        self._departures = Departures(pacer=pacer, outgoing=self.outgoing, backoff=backoff)
        self._carrier = Carrier(
            api=api,
            clock=clock,
            departures=self._departures,
            recorder=Recorder(writer=writer, supervisor=supervisor, wake=self.wake),
            supervisor=supervisor,
            outgoing=self.outgoing,
            backoff=backoff,
            on_result=on_result,
            on_unreachable=on_unreachable,
            on_migrated=on_migrated,
            own_copies=own_copies,
            on_refused=on_refused,
        )
        self._last_id: int | None = None
        self._loaded_at = _LONG_AGO
        self._woken = True
        self._look_again_at = 0.0
        self._winding_down = False

    def wake(self, told: Sequence[Due] = ()) -> None:
        """There may be new parcels: call it after the commit that added them. `told` spares a look into the outbox."""
        if self._are_the_next(told):
            self._last_id = told[-1].id
            self._departures.queue(told)
        else:
            self._woken = True
        self._departures.changed.set()

    def _are_the_next(self, told: Sequence[Due]) -> bool:
        """Nothing stands between them and what is queued already, so that no chat's order is lost."""
        if self._last_id is None or not told:
            return False
        now, expected = self._clock.now(), itertools.count(self._last_id + 1)
        return all(due.id == number and due.not_before <= now for due, number in zip(told, expected, strict=False))

    def wind_down(self) -> None:
        """Send nothing more; `run` returns when what is on its way has ended and is written down."""
        self._winding_down = True
        self._departures.changed.set()

    async def run(self) -> None:
        if self._last_id is None:
            self._last_id = await self._writer.change(self._recover)
        while not self._winding_down:
            self._departures.changed.clear()
            await self._load()
            self._send_off()
            await self._rest()
        while self._departures.flying:
            self._departures.changed.clear()
            await self._departures.changed.wait()

    def _recover(self, connection: Connection) -> int:
        self.outgoing.uncertain += dispatch.recover(connection, self._clock.now())
        return dispatch.last_id(connection)

    async def _load(self) -> None:
        if not self._woken and time.monotonic() < self._look_again_at:
            return
        now = self._clock.now()
        find = partial(dispatch.arrivals, after_id=self._last_id or 0, since=min(self._loaded_at, now), now=now)
        self._woken = False
        try:
            arrivals = await self._writer.change(find)
        except BaseException:
            self._woken = True
            raise
        self._last_id, self._loaded_at = arrivals.last_id, now
        self._departures.queue(arrivals.due)
        wait = timedelta(seconds=_LOOK_AGAIN_SECONDS) if arrivals.next_at is None else arrivals.next_at - now
        self._look_again_at = time.monotonic() + min(wait.total_seconds(), _LOOK_AGAIN_SECONDS)

    def _send_off(self) -> None:
        released = self._departures.release(self._flying_at_most)
        fresh: list[Release] = []
        for release in released:
            way = self._departures.interrupted(release.parcel_id)
            if way is None:
                fresh.append(release)
            else:
                way.line = release.chat_id
                self._send(way)
        if fresh:
            self._supervisor.spawn("claim parcels", self._claim_and_send(fresh))

    def _send(self, way: UnderWay) -> None:
        self._supervisor.spawn("send a message", self._carrier.carry(way))

    async def _claim_and_send(self, released: Sequence[Release]) -> None:
        """Beside the pacer's loop: a slow commit must not cost the places of those that come next."""
        ids = [release.parcel_id for release in released]
        try:
            claimed = await self._writer.change(partial(dispatch.claim, parcel_ids=ids, now=self._clock.now()))
        except BaseException:
            self._departures.hold_all()
            self._departures.give_back(released)
            raise
        reached("parcel_marked")
        by_id = {one.parcel.id: one for one in claimed}
        for release in released:
            way = self._begin(release, by_id.get(release.parcel_id))
            if way is not None:
                self._send(way)

    def _begin(self, release: Release, mine: Claimed | None) -> UnderWay | None:
        """None where nothing is to be sent: superseded meanwhile, expired, or the card looks like this already."""
        if mine is None:
            self._departures.gone(release.chat_id, release.parcel_id, messages=0)
            return None
        if mine.parcel.chat_id != release.chat_id:
            self._departures.moved(release.chat_id, mine.parcel.chat_id)
        try:
            return self._prepare(release.chat_id, mine)
        except Exception as error:  # noqa: BLE001 -- a notice that cannot be put into words must not stop the others
            self._carrier.settle(release.chat_id, mine.parcel, ParcelStatus.DEAD, name_fault(error), messages=0)
            return None

    def _prepare(self, line: int, claimed: Claimed) -> UnderWay | None:
        # An edit is the same message however often it is made: only a new one can be a repeat.
        repeat = claimed.parcel.repeat and not edit_targets(claimed.parcel, claimed.card)
        rendering = self._render(claimed.parcel, repeat)
        if rendering is None:
            self._carrier.settle(line, claimed.parcel, ParcelStatus.EXPIRED, "nothing to say any more", messages=0)
            return None
        way = under_way.begin(line, claimed, rendering)
        if not way.steps:
            self._carrier.go_on(way, messages=0)
            return None
        return way

    async def _rest(self) -> None:
        if self._departures.changed.is_set():
            return
        seconds = self._departures.seconds_to_next(max(0.0, self._look_again_at - time.monotonic()))
        if self._departures.flying >= self._flying_at_most:
            seconds = _LOOK_AGAIN_SECONDS
        try:
            async with asyncio.timeout(seconds):
                await self._departures.changed.wait()
        except TimeoutError:
            return
