"""A flood-limit model of Telegram and a virtual clock, to watch what the pacer lets through."""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.pacer import Pacer

PER_SECOND, BURST = 30.0, 30.0
CHAT_PER_SECOND, CHAT_BURST = 1.0, 3.0
GROUP_WINDOW, GROUP_SECONDS = 20, 60.0


@dataclass
class Bucket:
    per_second: float
    size: float
    level: float
    at: float = 0.0

    def take(self, now: float) -> bool:
        self.level = min(self.size, self.level + (now - self.at) * self.per_second)
        self.at = now
        self.level -= 1.0
        return self.level >= -1e-6


@dataclass
class Limits:
    """What Telegram is believed to allow; `broken` names each message that was too much."""

    overall: Bucket = field(default_factory=lambda: Bucket(PER_SECOND, BURST, BURST))
    chats: dict[int, Bucket] = field(
        default_factory=lambda: defaultdict(lambda: Bucket(CHAT_PER_SECOND, CHAT_BURST, CHAT_BURST))
    )
    windows: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    broken: list[tuple[str, int, float]] = field(default_factory=list)

    def arrive(self, chat_id: int, now: float) -> None:
        if not self.overall.take(now):
            self.broken.append(("overall", chat_id, now))
        if not self.chats[chat_id].take(now):
            self.broken.append(("chat", chat_id, now))
        if chat_id < 0 and not self._window_has_room(self.windows[chat_id], now):
            self.broken.append(("group", chat_id, now))

    @staticmethod
    def _window_has_room(window: deque[float], now: float) -> bool:
        while window and window[0] <= now - GROUP_SECONDS:
            window.popleft()
        window.append(now)
        return len(window) <= GROUP_WINDOW


@dataclass
class Journal:
    arrived: list[tuple[float, int, int]] = field(default_factory=list)
    limits: Limits = field(default_factory=Limits)
    most_in_flight_per_chat: int = 0

    @property
    def ended_at(self) -> float:
        return max(at for at, _, _ in self.arrived)

    def of(self, chat_id: int) -> list[int]:
        return [parcel for _, chat, parcel in sorted(self.arrived) if chat == chat_id]


def send_all(pacer: Pacer, trip: Callable[[], tuple[float, float]], *, room: int = 64, now: float = 0.0) -> Journal:
    """Send all that is queued; `trip` gives the seconds to Telegram and back again."""
    journal, landings, arrivals = Journal(), list[tuple[float, int]](), list[tuple[float, int, int]]()
    while True:
        for release in pacer.release(now, room - pacer.flying):
            there, back = trip()
            arrivals.append((now + there, release.chat_id, release.parcel_id))
            heapq.heappush(landings, (now + there + back, release.chat_id))
        times = [at for at in (landings[0][0] if landings else None, pacer.next_at(now)) if at is not None]
        if not times:
            break
        now = max(now, min(times)) if pacer.flying < room or not landings else landings[0][0]
        while landings and landings[0][0] <= now:
            pacer.ended(heapq.heappop(landings)[1], now=now)
    journal.arrived = sorted(arrivals)
    for at, chat_id, _ in journal.arrived:
        journal.limits.arrive(chat_id, at)
    return journal


def ideal_seconds(loads: Mapping[int, int]) -> float:
    """The best any sender could do against `Limits`."""
    chains = [
        max(n - CHAT_BURST, (n - 1) // GROUP_WINDOW * GROUP_SECONDS if chat_id < 0 else 0.0)
        for chat_id, n in loads.items()
    ]
    return max((sum(loads.values()) - BURST) / PER_SECOND, *chains, 0.0)
