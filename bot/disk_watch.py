"""Looks after the room on the disk: somebody hears of it while there is still time to make more."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.logs import log
from mentoring.notices import Delivery
from mentoring.notices.operating import DiskFilling
from mentoring.use_cases.operating import tell_operator
from storage.disk import MEGABYTE, Room, room_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.changes import Changes
    from bot.progress import Progress
    from mentoring.ports import Record

_LOOK_AGAIN_SECONDS = 60.0


class DiskWatch:
    """`free_bytes` is asked for every file as well: twenty of them may come between two looks."""

    def __init__(self, *, free_bytes: Callable[[], int], progress: Progress, changes: Changes) -> None:
        self._free_bytes = free_bytes
        self._progress = progress
        self._changes = changes
        self._room = Room.AMPLE

    async def run(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)

    async def look(self) -> None:
        """Less room than before is told, and at most once a day, however often it comes and goes."""
        free = self._free_bytes()
        self._progress.disk_free_bytes = free
        room = room_for(free)
        if room.is_less_than(self._room):
            log.error("the disk fills up", room=room.value, free_megabytes=free // MEGABYTE)
            await self._changes.make(lambda record, now: _tell(record, free, now))
        self._room = room

    def has_room_for_files(self) -> bool:
        return room_for(self._free_bytes()) is not Room.FULL


def _tell(record: Record, free: int, now: datetime) -> None:
    room = room_for(free)
    notice = DiskFilling(free_megabytes=free // MEGABYTE, full=room is Room.FULL)
    tell_operator(record, notice, Delivery(once=f"disk:{room}:{now.date()}"))
