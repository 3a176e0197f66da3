"""The one place that starts background tasks: it keeps them, restarts what failed, and ends all in good order."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.backoff import Backoff
from bot.faults import name_fault
from bot.logs import log

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

_WELL_SECONDS = 60.0
_PART_FOR_WINDING_DOWN = 0.7


class Supervisor:
    def __init__(self, *, backoff: Backoff | None = None) -> None:
        self._backoff = backoff or Backoff(first=0.1, longest=30.0)
        self._lasting: dict[asyncio.Task[None], Callable[[], None]] = {}
        self._passing: set[asyncio.Task[None]] = set()

    def start(
        self, name: str, run: Callable[[], Awaitable[None]], *, wind_down: Callable[[], None] | None = None
    ) -> None:
        """Run for as long as the bot does, again after a failure; the last to be started is the first to be ended.

        `wind_down` asks it to return soon; without that it is cancelled, so it must be safe to cancel at any await.
        """
        task = asyncio.create_task(self._keep_running(name, run), name=name)  # noqa: TID251 - this is the one place
        self._lasting[task] = wind_down or _canceller(task)
        task.add_done_callback(self._forget)

    def spawn(self, name: str, once: Coroutine[object, object, None]) -> None:
        """Run once; a failure is logged."""
        task = asyncio.create_task(self._run_once(name, once), name=name)  # noqa: TID251 - this is the one place
        self._passing.add(task)
        task.add_done_callback(self._passing.discard)

    async def stop(self, *, within: float = 5.0) -> None:
        """`within` seconds all has ended: what does not wind down in most of them is cancelled."""
        deadline = asyncio.get_running_loop().time() + within * _PART_FOR_WINDING_DOWN
        for task, end in reversed(list(self._lasting.items())):
            end()
            await _ended({task}, deadline)
        await _ended(set(self._passing), deadline)
        left = {*self._lasting, *self._passing}
        for task in left:
            task.cancel()
        await _ended(left, deadline + within * (1 - _PART_FOR_WINDING_DOWN))

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._lasting.pop(task, None)

    async def _keep_running(self, name: str, run: Callable[[], Awaitable[None]]) -> None:
        clock, failures = asyncio.get_running_loop().time, 0
        while True:
            began = clock()
            try:
                return await run()
            except Exception as error:  # noqa: BLE001 - whatever it was, the corridor must open again
                failures = 1 if clock() - began > _WELL_SECONDS else failures + 1
                log.error("task failed and starts again", task=name, fault=name_fault(error), failures=failures)
                await asyncio.sleep(self._backoff.delay(failures))

    async def _run_once(self, name: str, once: Coroutine[object, object, None]) -> None:
        try:
            await once
        except Exception as error:  # noqa: BLE001 - nobody waits for it who could be told
            log.error("task failed", task=name, fault=name_fault(error))


def _canceller(task: asyncio.Task[None]) -> Callable[[], None]:
    def cancel() -> None:
        task.cancel()

    return cancel


async def _ended(tasks: set[asyncio.Task[None]], deadline: float) -> None:
    if tasks:
        await asyncio.wait(tasks, timeout=max(0.0, deadline - asyncio.get_running_loop().time()))
