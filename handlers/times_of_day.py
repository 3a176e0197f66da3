"""A time of day as a button carries it: in minutes."""

from __future__ import annotations

from datetime import time

_MINUTES_OF_A_DAY = 24 * 60


def time_of(minutes: int) -> time | None:
    """None for what is no minute of a day."""
    return time(*divmod(minutes, 60)) if 0 <= minutes < _MINUTES_OF_A_DAY else None
