"""Hours of the clock at which nobody meets."""

from __future__ import annotations

from datetime import time

#: Where the clock changes, it does so between these.
NIGHT_FROM, NIGHT_UNTIL = time(2), time(4)


def is_night(at: time) -> bool:
    return NIGHT_FROM <= at < NIGHT_UNTIL
