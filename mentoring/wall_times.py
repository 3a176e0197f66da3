"""Times of day as people type them, in English and Bulgarian; what could mean two things is not understood."""

from __future__ import annotations

import re
from datetime import datetime, time

_TYPED = re.compile(
    r"(?:at|в)?\s*(?P<hour>\d{1,2})(?:\s*[:.]\s*(?P<minute>\d{2}))?\s*(?P<unit>ч(?:\.|аса?)?|h|o'clock|[ap]\.?\s?m\.?)?",
    re.IGNORECASE,
)
#: Where the clock changes, it does so between these; nobody meets then.
NIGHT_FROM, NIGHT_UNTIL = time(2), time(4)


def time_said(text: str) -> time | None:
    """18:30, 18.30, 18 ч., 6:30 pm; a number alone says nothing."""
    found = _TYPED.fullmatch(text.strip().rstrip("!"))
    if found is None or (found["minute"] is None and found["unit"] is None):
        return None
    return _time(int(found["hour"]), int(found["minute"] or 0), (found["unit"] or "").lower())


def is_night(at: time) -> bool:
    return NIGHT_FROM <= at < NIGHT_UNTIL


def _time(hour: int, minute: int, unit: str) -> time | None:
    half = {"a": " am", "p": " pm"}.get(unit[:1], "")
    try:
        return datetime.strptime(f"{hour}:{minute}{half}", "%I:%M %p" if half else "%H:%M").time()  # noqa: DTZ007
    except ValueError:
        return None
