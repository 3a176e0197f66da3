"""Telegram's sending limits: off unless asked for."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

from simulator.clock import Clock
from simulator.errors import too_many_requests

OVERALL = 30
GROUP_PER_MINUTE = 20
CHAT_BURST = 3


@dataclass(slots=True)
class _Bucket:
    """Fills with `rate` tokens a second up to `size`."""

    rate: float
    size: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        self.level = min(self.size, self.level + max(now - self.at, 0.0) * self.rate)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate


@dataclass(slots=True)
class Limits:
    clock: Clock
    enforced: bool = False
    _overall: deque[float] = field(default_factory=deque)
    _chats: dict[str, _Bucket] = field(default_factory=dict)
    _groups: dict[str, deque[float]] = field(default_factory=dict)

    def spend(self, chat_id: str, messages: int = 1) -> None:
        """Refuses with 429 and the seconds to wait, or counts the messages as sent."""
        if not self.enforced:
            return
        now = self.clock.seconds()
        chat = self._chats.setdefault(chat_id, _Bucket(1.0, CHAT_BURST, CHAT_BURST, now))
        group = self._groups.setdefault(chat_id, deque()) if chat_id.startswith("-") else deque()
        waits = (_window(self._overall, now, 1.0, OVERALL), chat.wait(now), _window(group, now, 60.0, GROUP_PER_MINUTE))
        if max(waits) > 0:
            raise too_many_requests(max(math.ceil(max(waits)), 1))
        chat.level -= messages
        self._overall.extend([now] * messages)
        group.extend([now] * messages)


def _window(times: deque[float], now: float, seconds: float, limit: int) -> float:
    """Seconds until another one fits into the window."""
    while times and times[0] <= now - seconds:
        times.popleft()
    return 0.0 if len(times) < limit else times[len(times) - limit] + seconds - now
