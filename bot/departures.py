"""The parcels that are due: queued by the pacer, or on their way between two of their calls."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from bot.backoff import Backoff
    from bot.outgoing import Outgoing
    from bot.pacer import Pacer, Release
    from bot.under_way import UnderWay
    from storage.dispatch import Due
    from storage.parcels import Parcel


class Departures:
    """`changed` is set when `release` may have something that it had not. `messages=0`: nothing was sent."""

    def __init__(
        self,
        *,
        pacer: Pacer,
        outgoing: Outgoing,
        backoff: Backoff,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.changed = asyncio.Event()
        self._pacer = pacer
        self._outgoing = outgoing
        self._monotonic = monotonic
        self._due_since: dict[int, datetime] = {}
        self._interrupted: dict[int, UnderWay] = {}
        self._backoff = backoff
        self._holds = 0
        self._held_until = 0.0

    @property
    def flying(self) -> int:
        return self._pacer.flying

    def queue(self, due: Iterable[Due]) -> None:
        now = self._monotonic()
        for parcel in due:
            if parcel.id not in self._due_since:
                self._due_since[parcel.id] = parcel.not_before
                self._pacer.add(parcel.chat_id, parcel.id, broadcast=parcel.broadcast, now=now)
        self._publish()

    def release(self, flying_at_most: int) -> Sequence[Release]:
        return self._pacer.release(self._monotonic(), flying_at_most - self._pacer.flying)

    def give_back(self, released: Iterable[Release]) -> None:
        """They could not be claimed: each is again the first of its chat."""
        now = self._monotonic()
        for release in released:
            self._pacer.add(release.chat_id, release.parcel_id, broadcast=False, now=now, first=True)
            self._pacer.unused(release.chat_id, now=now)
        self.changed.set()

    def seconds_to_next(self, at_most: float) -> float:
        now = self._monotonic()
        next_at = self._pacer.next_at(now)
        return at_most if next_at is None else min(at_most, max(0.0, next_at - now))

    def interrupted(self, parcel_id: int) -> UnderWay | None:
        """The parcel on its way, if some of its calls are made already."""
        return self._interrupted.pop(parcel_id, None)

    def goes_on(self, way: UnderWay, *, messages: int = 1) -> None:
        """Its next call waits its turn before the other parcels of its chat."""
        self._interrupted[way.parcel.id] = way
        self._line_up_first(way.line, way.parcel)
        self._land(way.line, messages)

    def again(self, line: int, parcel: Parcel, *, after: float = 0.0, messages: int = 1) -> None:
        """It was put back, and is the first of its chat when that may speak again."""
        self._pacer.park(line, after, now=self._monotonic())
        self._line_up_first(line, parcel)
        self._land(line, messages)

    def gone(self, line: int, parcel_id: int, *, messages: int = 1) -> None:
        """It is settled, or put off for so long that the outbox will bring it again."""
        self._due_since.pop(parcel_id, None)
        self._publish()
        self._land(line, messages)

    def flooded(self, line: int, seconds: float) -> None:
        self._outgoing.flood_waits += 1
        self._pacer.refused(line, seconds, now=self._monotonic())

    def moved(self, line: int, chat_id: int) -> None:
        self._pacer.move(line, chat_id, now=self._monotonic())
        self.changed.set()

    def hold_all(self) -> None:
        """Telegram cannot be reached by anybody's message: longer each time, whatever number of calls found out."""
        now = self._monotonic()
        if now >= self._held_until:
            self._holds += 1
            self._held_until = now + self._backoff.delay(self._holds)
        self._pacer.pause(self._held_until - now, now=now)

    def reached_telegram(self) -> None:
        self._holds = 0

    def _line_up_first(self, line: int, parcel: Parcel) -> None:
        self._pacer.add(line, parcel.id, broadcast=parcel.broadcast, now=self._monotonic(), first=True)

    def _land(self, line: int, messages: int) -> None:
        if messages:
            self._pacer.ended(line, messages=messages, now=self._monotonic())
        else:
            self._pacer.unused(line, now=self._monotonic())
        self.changed.set()

    def _publish(self) -> None:
        self._outgoing.waiting = len(self._due_since)
        self._outgoing.oldest_due_at = next(iter(self._due_since.values()), None)
