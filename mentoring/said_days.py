"""Days as people type them: 5.12, 05.12.2026, 2026-12-05; without a year it is the next such day."""

from __future__ import annotations

import re
from datetime import date

_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\.?\s*г?\.?")


def day_said(text: str, *, today: date) -> date | None:
    """None for anything that is no day of the calendar."""
    said = text.strip()
    try:
        return _dotted(said, today) or date.fromisoformat(said)
    except ValueError:
        return None


def _dotted(said: str, today: date) -> date | None:
    found = _DOTTED.fullmatch(said)
    if found is None:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    if year is not None:
        return date(int(year) % 100 + 2000, month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)
