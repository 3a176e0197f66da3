"""The queue of updates, with Telegram's rules of confirmation, expiry and polling."""

from __future__ import annotations

import asyncio
import heapq
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from simulator.errors import OTHER_POLLER, ApiError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from simulator.clock import Clock
    from simulator.wire import Wire

MESSAGE_LIFETIME = 86_400
CALLBACK_LIFETIME = 150
LONGEST_POLL = 50
PATIENCE = 3
HASTE = 0.5
CAPACITY = 100_000
ASKED_FOR = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KINDS = frozenset(
    {
        "message",
        "edited_message",
        "callback_query",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "message_reaction",
        "message_reaction_count",
    }
)


@dataclass(frozen=True, slots=True)
class Pending:
    update_id: int
    kind: str
    lane: tuple[str, int]
    """A webhook delivers one after another within a lane: a chat, or a person who presses buttons."""
    expires_at: float
    body: bytes


class UpdateQueue:
    def __init__(self, clock: Clock, *, first_id: int = 727_000_001) -> None:
        self._clock = clock
        self._next_id = first_id
        self._pending: OrderedDict[int, Pending] = OrderedDict()
        self._expiries: list[tuple[float, int]] = []
        self._emptied = asyncio.Event()
        self._emptied.set()
        self._awaited = asyncio.Event()
        self._poller: asyncio.Future[None] | None = None
        self._last_offset: int | None = None
        self._last_poll_at = 0.0
        self.allowed: frozenset[str] = KINDS - ASKED_FOR
        self.queued = 0
        self.confirmed = 0
        self.dropped = 0
        """Expired or thrown away; never confirmed."""
        self.on_new: Callable[[Pending], None] | None = None

    async def polled(self) -> None:
        """Waits until the bot waits for news."""
        await self._awaited.wait()

    def __len__(self) -> int:
        return len(self._pending)

    @property
    def next_id(self) -> int:
        return self._next_id

    def allow(self, kinds: Iterable[str] | None) -> None:
        """None keeps what was said before; nothing means the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or KINDS - ASKED_FOR

    def push(self, kind: str, payload: Wire, *, lane: tuple[str, int], expires_at: float) -> None:
        if kind in self.allowed:
            body = orjson.dumps({"update_id": self._next_id, kind: payload})
            self.push_as_it_is(body, kind=kind, lane=lane, expires_at=expires_at)

    def push_as_it_is(self, body: bytes, *, kind: str, lane: tuple[str, int], expires_at: float) -> None:
        """Whatever stands in it; if its number is to be true, it is `next_id`."""
        if len(self._pending) >= CAPACITY:
            self.dropped += 1
            return
        update = Pending(self._next_id, kind, lane, expires_at, body)
        self._pending[self._next_id] = update
        heapq.heappush(self._expiries, (expires_at, self._next_id))
        self._next_id += 1
        self.queued += 1
        self._emptied.clear()
        if self._poller is not None:
            _finish(self._poller)
        if self.on_new is not None:
            self.on_new(update)

    def waiting(self) -> list[Pending]:
        self._expire()
        return list(self._pending.values())

    def is_waiting(self, update_id: int) -> bool:
        self._expire()
        return update_id in self._pending

    def confirm(self, update_id: int) -> None:
        """One update, as a webhook does."""
        if self._pending.pop(update_id, None) is not None:
            self.confirmed += 1
            self._tell_if_empty()

    def drop_all(self) -> None:
        self.dropped += len(self._pending)
        self._pending.clear()
        self._tell_if_empty()

    async def all_confirmed(self) -> None:
        self._expire()
        await self._emptied.wait()

    def _tell_if_empty(self) -> None:
        if not self._pending:
            self._expiries.clear()
            self._emptied.set()

    def _expire(self) -> None:
        now = self._clock.seconds()
        while self._expiries and self._expiries[0][0] <= now:
            _, update_id = heapq.heappop(self._expiries)
            if self._pending.pop(update_id, None) is not None:
                self.dropped += 1
        self._tell_if_empty()

    def _confirm_before(self, offset: int) -> None:
        while self._pending:
            first = next(iter(self._pending))
            if first >= offset:
                break
            self._pending.popitem(last=False)
            self.confirmed += 1
        self._tell_if_empty()

    def _apply_offset(self, offset: int) -> None:
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popitem(last=False)
                self.dropped += 1
        elif offset <= self._next_id + 10:  # beyond that the server takes it for a mistake
            self._confirm_before(offset)

    async def poll(self, *, offset: int, limit: int, timeout_seconds: int) -> list[Pending]:
        limit, wait = self._slowed(offset, limit, min(max(timeout_seconds, 0), LONGEST_POLL))
        self.interrupt(OTHER_POLLER)
        self._expire()
        self._apply_offset(offset)
        if not self._pending and wait > 0:
            await self._wait_for_news(wait)
        return [update for _, update in zip(range(limit), self._pending.values(), strict=False)]

    def _slowed(self, offset: int, limit: int, wait: int) -> tuple[int, int]:
        """Who asks for the same offset again at once gets one update, and waits at least three seconds for it."""
        now = asyncio.get_running_loop().time()
        since = now - self._last_poll_at if offset == self._last_offset else PATIENCE
        self._last_offset, self._last_poll_at = offset, now
        return (1 if since < HASTE else limit), (max(wait, PATIENCE) if since < PATIENCE else wait)

    async def _wait_for_news(self, seconds: int) -> None:
        loop = asyncio.get_running_loop()
        poller = self._poller = loop.create_future()
        timer = loop.call_later(seconds, _finish, poller)
        self._awaited.set()
        try:
            await poller
        finally:
            timer.cancel()
            if self._poller is poller:
                self._awaited.clear()
        self._expire()

    def interrupt(self, reason: str) -> None:
        """Ends the poll that is waiting, with a conflict."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(ApiError(409, reason))


def _finish(poller: asyncio.Future[None]) -> None:
    if not poller.done():
        poller.set_result(None)
