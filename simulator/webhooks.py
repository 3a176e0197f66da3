"""Delivering updates to a webhook: in order within a lane, again and again until it says 200."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp

if TYPE_CHECKING:
    from simulator.background import Background
    from simulator.faults import Faults
    from simulator.updates import Pending
    from simulator.world import World

Lane = tuple[str, int]
LONGEST_PAUSE = 60.0
LONGEST_RETRY_AFTER = 3600.0
GONE = 410
GONE_FOR_GOOD_SECONDS = 23 * 3600.0


@dataclass(slots=True, kw_only=True)
class Webhook:
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error_date: int | None = None
    last_error_message: str = ""
    gone_since: float | None = None
    """Since when every answer has been 410."""


class Courier:
    """Keeps one task for each lane that has something waiting."""

    def __init__(self, world: World, faults: Faults, background: Background, *, first_pause: float = 1.0) -> None:
        self._world = world
        self._faults = faults
        self._background = background
        self._first_pause = first_pause
        self._lanes: dict[Lane, deque[Pending]] = {}
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(40)
        self._generation = 0

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    def changed(self) -> None:
        """The webhook was set or taken away."""
        self._generation += 1
        self._lanes.clear()
        webhook = self._world.webhook
        self._world.updates.on_new = self._take if webhook.url else None
        self._slots = asyncio.Semaphore(webhook.max_connections)
        if webhook.url:
            for update in self._world.updates.waiting():
                self._take(update)

    def _take(self, update: Pending) -> None:
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        self._background.start(self._empty(update.lane, self._generation))

    async def _empty(self, name: Lane, generation: int) -> None:
        while generation == self._generation and self._lanes[name]:
            self._reorder(self._lanes[name])
            await self._deliver_until_taken(self._lanes[name][0], generation)
            if generation == self._generation:
                self._lanes[name].popleft()
        if generation == self._generation:
            del self._lanes[name]

    def _reorder(self, lane: deque[Pending]) -> None:
        if len(lane) > 1 and self._faults.take("webhook", None, kinds={"reorder"}):
            lane[0], lane[1] = lane[1], lane[0]

    async def _deliver_until_taken(self, update: Pending, generation: int) -> None:
        pause = self._first_pause
        while generation == self._generation and self._world.updates.is_waiting(update.update_id):
            retry_after = await self._deliver(update)
            if retry_after is None:
                self._world.updates.confirm(update.update_id)
                return
            await asyncio.sleep(min(retry_after, LONGEST_RETRY_AFTER) or pause)
            pause = min(pause * 2, LONGEST_PAUSE * random.uniform(1, 2))  # noqa: S311 - jitter

    async def _deliver(self, update: Pending) -> float | None:
        """None when it was taken, else the seconds to wait; 0 leaves that to us."""
        async with self._slots:
            copies = 2 if self._faults.take("webhook", None, kinds={"duplicate"}) else 1
            outcomes = [await self._post(update) for _ in range(copies)]
        return outcomes[-1]

    async def _post(self, update: Pending) -> float | None:
        webhook = self._world.webhook
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
        try:
            async with self._client().post(webhook.url, data=update.body, headers=headers) as response:
                self._look_whether_gone(response.status)
                if response.ok:
                    return None
                self._note(f"Wrong response from the webhook: {response.status} {response.reason}")
                return _seconds(response.headers.get("Retry-After", ""))
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note(f"Connection failed: {error}")
            return 0.0

    def _look_whether_gone(self, status: int) -> None:
        """Who says 410 for a day wants no webhook any more; what waits is kept for polling."""
        webhook, now = self._world.webhook, self._world.clock.seconds()
        if status != GONE:
            webhook.gone_since = None
        elif webhook.gone_since is None:
            webhook.gone_since = now
        elif now - webhook.gone_since >= GONE_FOR_GOOD_SECONDS:
            self._world.set_webhook(Webhook())

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=60))
        return self._session

    def _note(self, problem: str) -> None:
        self._world.webhook.last_error_date = self._world.now()
        self._world.webhook.last_error_message = problem


def _seconds(retry_after: str) -> float:
    return float(retry_after) if retry_after.isdecimal() else 0.0
