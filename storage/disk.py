"""How much room is left, and when to stop taking in what could not be stored."""

from __future__ import annotations

import shutil
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1_000_000
LOW_BELOW = 500 * MEGABYTE
FULL_BELOW = 100 * MEGABYTE


class Room(StrEnum):
    """From much to little."""

    AMPLE = "ample"
    LOW = "low"
    """Somebody should be told."""
    FULL = "full"
    """No file is copied any more; the rest is kept for the record of what comes."""

    def is_less_than(self, other: Room) -> bool:
        order = [*Room]
        return order.index(self) > order.index(other)


def free_bytes(*folders: Path) -> int:
    """On the fullest of their disks."""
    return min(shutil.disk_usage(folder).free for folder in folders)


def room_for(free: int) -> Room:
    if free < FULL_BELOW:
        return Room.FULL
    return Room.LOW if free < LOW_BELOW else Room.AMPLE
