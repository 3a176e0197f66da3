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
    AMPLE = "ample"
    LOW = "low"
    """Somebody should be told."""
    FULL = "full"
    """Nothing new is taken in; the rest is kept for finishing what was begun."""


def free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def room_for(free: int) -> Room:
    if free < FULL_BELOW:
        return Room.FULL
    return Room.LOW if free < LOW_BELOW else Room.AMPLE
