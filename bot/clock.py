"""The one place that reads the wall clock, so that a test or the simulator can hold another one in its place."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware, in UTC."""


class SteadyClock(Clock, Protocol):
    def elapsed(self) -> float:
        """Seconds since some moment, which go on evenly whatever somebody makes of the wall clock."""


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - this is the one place

    def elapsed(self) -> float:
        """Also while the computer sleeps: who wakes late is late, and their clock has not jumped."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)
