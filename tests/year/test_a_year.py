"""A whole year of reminders, in every zone: none missed, none twice, none stale, none late.

The default run has 15 schedules; `EMENTOR_SCHEDULES=500 uv run pytest -n 0 tests/year` is the size of CI.
"""

from __future__ import annotations

import os
import random
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.year import lives
from tests.year.model import Model
from tests.year.world import BEGIN, ZONES, World

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHEDULES = int(os.environ.get("EMENTOR_SCHEDULES", "15"))
SEED = int(os.environ.get("EMENTOR_SEED", "2027"))
LATEST = timedelta(seconds=30)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("outages", [0, 12], ids=["restarts and pauses", "and outages of thirty hours"])
async def test_a_year_of_reminders(tmp_path: Path, summary: Callable[[str], None], outages: int) -> None:
    chance = random.Random(SEED + outages)
    holidays = frozenset((BEGIN + timedelta(days=chance.randrange(365))).date() for _ in range(20))
    world = World(folder=tmp_path, chance=chance, model=Model(holidays=holidays))
    await world.boot()
    await lives.settle(world, SCHEDULES)
    lives.break_down(world, times=min(30, 5 + SCHEDULES // 10), outages=outages)
    lives.set_clocks_wrong(world, 30)

    await world.live()
    await world.halt()

    counts = ", ".join(f"{count} {what}" for what, count in sorted(world.counts.items()))
    summary(
        f"year: {SCHEDULES} schedules, {len(world.zones)} of {len(ZONES)} zones, {counts}, {world.model.stale} stale"
    )
    summary(f"year: the latest came {world.latest.total_seconds():.0f} s late")
    assert world.latest <= LATEST
    assert world.counts["told"] > 5 * SCHEDULES
    assert len(world.zones) >= min(len(ZONES), 2 * SCHEDULES)
