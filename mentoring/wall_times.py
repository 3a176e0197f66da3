"""Times of day as people type them, in English and Bulgarian; what could mean two things is not understood."""

from __future__ import annotations

from datetime import time

from mentoring import said_times, said_tokens

#: Where the clock changes, it does so between these; nobody meets then.
NIGHT_FROM, NIGHT_UNTIL = time(2), time(4)


def time_said(text: str) -> time | None:
    """18:30, 18.30, 18 ч., 6:30 pm, шест и половина вечерта; a number alone says nothing."""
    found = said_tokens.tokens(text)
    meant = None if found is None else said_times.times(found)
    if meant is None or meant.loose or len(meant.times) != 1:
        return None
    return next(iter(meant.times))


def is_night(at: time) -> bool:
    return NIGHT_FROM <= at < NIGHT_UNTIL
