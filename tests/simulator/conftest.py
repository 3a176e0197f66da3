from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import aiohttp
import pytest

from simulator.clock import Clock
from simulator.server import Simulator
from tests.simulator.api import Api

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
def clock() -> Clock:
    """Stands still until a test moves it."""
    return Clock(stands_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC))


@pytest.fixture
async def sim(clock: Clock) -> AsyncIterator[Simulator]:
    async with Simulator.start(clock=clock, webhook_pause=0.01) as simulator:
        yield simulator


@pytest.fixture
async def api(sim: Simulator) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as session:
        yield Api(sim, session)
