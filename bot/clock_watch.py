"""Notices that the wall clock was set: what is due waits for a minute then, in case it is set right again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.clock import SteadyClock

#: A clock that is put right by less than this has done nobody harm.
JUMP = timedelta(minutes=5)
HELD_SECONDS = 60.0


class ClockWatch:
    def __init__(self, clock: SteadyClock) -> None:
        self._clock = clock
        self._seen: tuple[datetime, float] | None = None
        self._held_until: float | None = None

    def look(self) -> timedelta | None:
        """By how much it was set since the last look, where that was a jump; backwards is less than nothing."""
        now, elapsed = self._clock.now(), self._clock.elapsed()
        before, self._seen = self._seen, (now, elapsed)
        if before is None:
            return None
        by = now - before[0] - timedelta(seconds=elapsed - before[1])
        if abs(by) <= JUMP:
            return None
        self._held_until = elapsed + HELD_SECONDS
        return by

    @property
    def holds(self) -> bool:
        return self._held_until is not None and self._clock.elapsed() < self._held_until
