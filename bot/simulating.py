"""`ementor simulator`: the simulator and its phones alone, for this bot or any other."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from simulator.phones import Phones
from simulator.server import Simulator

if TYPE_CHECKING:
    from collections.abc import Callable


def simulate(host: str, port: int, say: Callable[[str], None]) -> None:
    """Until Ctrl-C; port 0 takes a free one."""
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_simulate(host, port, say))


async def _simulate(host: str, port: int, say: Callable[[str], None]) -> None:
    async with Simulator.start(host=host, port=port, extend=Phones().extend) as simulator:
        bots = f"EMENTOR_API_URL={simulator.url} EMENTOR_TOKEN={simulator.token}"
        say(f"Phones: {simulator.url}/\nA bot joins with {bots}")
        await asyncio.get_running_loop().create_future()
