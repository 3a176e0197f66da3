"""Hands each waiting update to its handler: one chat's in order, many chats at once, each chat one turn at a time."""

from __future__ import annotations

import asyncio
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from bot import current_update
from bot.faults import name_fault
from bot.logs import log
from bot.marks import Marks
from bot.waiting import Waiting
from storage import inbox
from storage.errors import StorageUnavailable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from sqlalchemy import Connection

    from bot.clock import Clock
    from bot.progress import Progress
    from bot.supervisor import Supervisor
    from storage.inbox import Arrival
    from storage.writer import Writer


class Lanes:
    """`handle` commits what it changes together with the row's mark, see `bot.current_update`.

    `on_quarantine` runs in the transaction that puts an update aside. `active` lanes work side by side.
    """

    def __init__(
        self,
        *,
        handle: Callable[[Arrival], Awaitable[None]],
        writer: Writer,
        clock: Clock,
        supervisor: Supervisor,
        progress: Progress,
        on_quarantine: Callable[[Connection, Arrival, str], None],
        active: int = 64,
        retry_after: tuple[float, ...] = (1.0, 5.0),
        storage_pause: float = 1.0,
        handling_seconds: float = 60.0,
    ) -> None:
        self._handle = handle
        self._writer = writer
        self._clock = clock
        self._supervisor = supervisor
        self._progress = progress
        self._on_quarantine = on_quarantine
        self._active = active
        self._retry_after = retry_after
        self._storage_pause = storage_pause
        self._handling_seconds = handling_seconds
        self._queues: dict[int, deque[Arrival]] = {}
        self._ready: asyncio.Queue[int | None] = asyncio.Queue()
        self._closing = False
        self._waiting = Waiting(progress)
        self._marks = Marks(writer=writer, clock=clock)

    async def open(self) -> None:
        """Take up what was left waiting, then work."""
        await self.take_up()
        self._supervisor.start("marks", self._marks.run, wind_down=self._marks.close)
        for number in range(1, self._active + 1):
            self._supervisor.start(f"lane {number}", self._work, wind_down=self._close)

    async def take_up(self) -> None:
        """Whatever waits and is not here yet."""
        self.accept(await self._writer.change(inbox.waiting))

    def accept(self, arrivals: Iterable[Arrival]) -> None:
        """Queue what has been committed; what waits here already is left alone."""
        for arrival in arrivals:
            if arrival.update_id in self._waiting:
                continue
            queue = self._queues.get(arrival.lane)
            if queue is None:
                queue = self._queues[arrival.lane] = deque()
                self._ready.put_nowait(arrival.lane)
            queue.append(arrival)
            self._waiting.add(arrival, len(queue))

    async def room(self) -> None:
        """Return when there is room for more; until then Telegram keeps it."""
        await self._waiting.room.wait()

    def is_full(self) -> bool:
        return not self._waiting.room.is_set()

    async def requeue(self, update_id: int | None = None) -> int:
        """Give one quarantined update, or all of them, another three tries; how many they are."""
        arrivals = await self._writer.change(partial(inbox.requeue, update_id=update_id))
        self.accept(arrivals)
        return len(arrivals)

    def _close(self) -> None:
        if not self._closing:
            self._closing = True
            for _ in range(self._active):
                self._ready.put_nowait(None)

    async def _work(self) -> None:
        while not self._closing:
            lane = await self._ready.get()
            if lane is not None:
                await self._turn(lane)

    async def _turn(self, lane: int) -> None:
        queue = self._queues[lane]
        pause = await self._attempt(queue[0])
        if pause is not None:
            asyncio.get_running_loop().call_later(pause, self._ready.put_nowait, lane)
            return
        arrival = queue.popleft()
        self._waiting.remove(arrival, len(queue))
        if queue:
            self._ready.put_nowait(lane)
        else:
            del self._queues[lane]

    async def _attempt(self, arrival: Arrival) -> float | None:
        """None when the update is settled, else the seconds before it is tried again."""
        current = current_update.begin(arrival)
        try:
            async with asyncio.timeout(self._handling_seconds):
                await self._handle(arrival)
        except Exception as error:  # noqa: BLE001 - whatever it was, only this update may suffer
            if not current.done:
                return await self._after_failure(arrival, error)
            log.error("failed after the commit", fault=name_fault(error))
        if not current.done:
            self._marks.add(arrival.update_id)
        self._progress.updates_done += 1
        return None

    async def _after_failure(self, arrival: Arrival, error: Exception) -> float | None:
        if isinstance(error, StorageUnavailable):
            return self._storage_pause
        fault = name_fault(error)
        try:
            attempts = await self._writer.change(lambda connection: self._record(connection, arrival, fault))
        except inbox.AlreadyDoneError:
            # A commit whose answer got lost, and the handler has just tried it again.
            return None
        except Exception as trouble:  # noqa: BLE001 - a failure that cannot be recorded does not count
            log.warning("a failure could not be recorded", fault=name_fault(trouble))
            return self._storage_pause
        self._progress.updates_failed += 1
        log.warning("an update failed", update_id=arrival.update_id, attempt=attempts, fault=fault)
        if attempts <= len(self._retry_after):
            return self._retry_after[attempts - 1]
        self._progress.updates_quarantined += 1
        return None

    def _record(self, connection: Connection, arrival: Arrival, fault: str) -> int:
        now = self._clock.now()
        attempts = inbox.record_failure(connection, arrival.update_id, error=fault)
        if attempts > len(self._retry_after):
            inbox.quarantine(connection, arrival.update_id, now)
            self._tell_operator(connection, arrival, fault)
        return attempts

    def _tell_operator(self, connection: Connection, arrival: Arrival, fault: str) -> None:
        """A notice that cannot be made must not keep the update in its chat's way."""
        try:
            with connection.begin_nested():
                self._on_quarantine(connection, arrival, fault)
        except Exception as error:  # noqa: BLE001 - counted and logged; the row itself says the rest
            log.error("the quarantine could not be told", fault=name_fault(error))
