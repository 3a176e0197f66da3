"""What screens want drawn in a process apart, as it is asked for: from the thread that opens an upload."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.workshop import LONG

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.workshop import Workshop
    from handlers.message import Work


def made_in(workshop: Workshop) -> Callable[[Work], bytes]:
    """Raises WorkFailed. Must be called beside the loop that was running here: the caller waits."""
    loop = asyncio.get_running_loop()

    def make(work: Work) -> bytes:
        return asyncio.run_coroutine_threadsafe(workshop.run(work.job, work.argument, limits=LONG), loop).result()

    return make
