"""The simulator's own time: it runs with the wall clock, or stands still, and can be moved forward or set wrong."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock:
    def __init__(self, *, stands_at: datetime | None = None) -> None:
        self.offset = timedelta()
        self._wrong_by = timedelta()
        self._stands_at = stands_at
        self._subscribers: list[Callable[[], None]] = []

    @property
    def stands(self) -> bool:
        return self._stands_at is not None

    def now(self) -> datetime:
        return (self._stands_at or datetime.fromtimestamp(time.time(), UTC)) + self.offset

    def seconds(self) -> float:
        """Unix time."""
        if self._stands_at is None:
            return time.time() + self.offset.total_seconds()
        return self.now().timestamp()

    def elapsed(self) -> float:
        """Seconds that have passed, of which `sets` takes nothing and to which it adds nothing."""
        ran = 0.0 if self.stands else time.monotonic()
        return ran + (self.offset - self._wrong_by).total_seconds()

    def sets(self, by: timedelta) -> None:
        """Somebody sets the clock: it shows another time, and none has passed."""
        self._wrong_by += by
        self.advance(by)

    def advance(self, by: timedelta) -> None:
        self.offset += by
        for callback in tuple(self._subscribers):
            callback()

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Calls back after each move; what is returned ends it."""
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback)
