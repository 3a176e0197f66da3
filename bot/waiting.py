"""Counts what waits to be handled, and says when polling has to pause."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.progress import Progress
    from storage.inbox import Arrival

_FULL = 10_000
_ROOM_AGAIN = 8_000
#: Of one chat no more than these count, so that one person's flood does not keep everybody's updates outside.
_COUNTED_PER_LANE = 1_000
#: As many as Telegram itself would keep: a flood ends somewhere.
_FULL_WITH_ALL = 100_000


class Waiting:
    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._since: OrderedDict[int, datetime] = OrderedDict()
        self._counted = 0
        self.room = asyncio.Event()
        self.room.set()

    def __contains__(self, update_id: int) -> bool:
        return update_id in self._since

    def add(self, arrival: Arrival, lane_length: int) -> None:
        """`lane_length` is that of its lane, with it."""
        self._since[arrival.update_id] = arrival.received_at
        if lane_length <= _COUNTED_PER_LANE:
            self._counted += 1
        if self._counted >= _FULL or len(self._since) >= _FULL_WITH_ALL:
            self.room.clear()
        self._publish()

    def remove(self, arrival: Arrival, lane_length: int) -> None:
        """`lane_length` is that of its lane, without it."""
        self._since.pop(arrival.update_id, None)
        if lane_length < _COUNTED_PER_LANE:
            self._counted -= 1
        if self._counted <= _ROOM_AGAIN and len(self._since) < _FULL_WITH_ALL:
            self.room.set()
        self._publish()

    def _publish(self) -> None:
        self._progress.inbox_waiting = len(self._since)
        self._progress.oldest_waiting_at = next(iter(self._since.values()), None)
