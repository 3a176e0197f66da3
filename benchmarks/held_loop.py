"""How long an event loop did not come round: it is asked to every millisecond."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_EVERY = 0.001


@dataclass
class Held:
    """In milliseconds."""

    longest: float = 0.0


@asynccontextmanager
async def watch_loop(held: Held) -> AsyncIterator[None]:
    task = asyncio.create_task(_watch(held))  # noqa: TID251 - there is no supervisor here
    try:
        yield
    finally:
        task.cancel()


async def _watch(held: Held) -> None:
    clock = asyncio.get_running_loop().time
    while True:
        before = clock()
        await asyncio.sleep(_EVERY)
        held.longest = max(held.longest, (clock() - before - _EVERY) * 1000)
