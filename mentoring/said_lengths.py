"""How long a session lasts, as people type it: 1:30, час и половина, until 19:30; in doubt it is asked again."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from mentoring.plan_fields import LONGEST, SHORTEST

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A number alone is one of minutes only when it can be nothing else: no hour of the clock, no number of hours.
_SURELY_MINUTES = 25
_HALF = timedelta(minutes=30)
_NUMBERS = {
    **dict.fromkeys(("one", "an", "a", "един"), "1"),
    **dict.fromkeys(("two", "два"), "2"),
    **dict.fromkeys(("three", "три"), "3"),
}
_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b")
_HOURS, _MINUTES = r"(?:h|hrs?|hours?|ч|час|часа)\.?", r"(?:m|mins?|minutes?|м|мин|минути)\.?"
_AND, _AND_A_HALF = r"(?:and|и)?", r"(?:and (?:a|1) half|и половина)"
_UNTIL = re.compile(r"(?:until|till|to|до|[-–])\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:h|ч)?\.?")
_CLOCK = re.compile(rf"(\d{{1,2}})[:.](\d{{2}})\s*(?P<hours>{_HOURS})?")
_IN_HOURS = re.compile(rf"(\d{{1,2}})(?:[.,](\d))?\s*{_HOURS}(?:\s*{_AND}\s*(\d{{1,2}})\s*(?:{_MINUTES})?)?")
_IN_MINUTES = re.compile(rf"(\d{{1,3}})\s*{_MINUTES}")
_WITH_A_HALF = re.compile(
    rf"(?:(\d)\s*{_HOURS}\s*{_AND_A_HALF}|(\d)\s*{_AND_A_HALF}\s*{_HOURS}|()(?:час)\s*{_AND_A_HALF})"
)
_A_HALF = re.compile(r"(?:half (?:an|1) hour|half hour|половин час)")


def length_said(text: str, begins: datetime) -> timedelta | None:
    """`begins` is its wall time. None for what is no length, and for what could be two."""
    plain = " ".join(unicodedata.normalize("NFC", text).casefold().replace("½", " and a half ").split()).strip(" !.")
    plain = _WORD.sub(lambda found: _NUMBERS[found[0]], plain)
    possible = {one for one in _meant(plain, begins) if SHORTEST <= one <= LONGEST}
    return possible.pop() if len(possible) == 1 else None


def _meant(plain: str, begins: datetime) -> Iterator[timedelta]:
    if found := _UNTIL.fullmatch(plain):
        yield from _until(int(found[1]), int(found[2] or 0), begins)
    elif found := _CLOCK.fullmatch(plain):
        yield from _span(int(found[1]), int(found[2]))
        if not found["hours"]:
            yield from _until(int(found[1]), int(found[2]), begins)
    elif found := _IN_HOURS.fullmatch(plain):
        yield timedelta(hours=int(found[1]), minutes=int(found[2] or 0) * 6 + int(found[3] or 0))
    elif found := _WITH_A_HALF.fullmatch(plain):
        yield timedelta(hours=int(found[1] or found[2] or 1)) + _HALF
    elif _A_HALF.fullmatch(plain):
        yield _HALF
    elif found := _IN_MINUTES.fullmatch(plain):
        yield timedelta(minutes=int(found[1]))
    elif plain.isdecimal() and int(plain) >= _SURELY_MINUTES:
        yield timedelta(minutes=int(plain))


def _span(hours: int, minutes: int) -> Iterator[timedelta]:
    if minutes < 60:  # noqa: PLR2004 -- of an hour
        yield timedelta(hours=hours, minutes=minutes)


def _until(hour: int, minute: int, begins: datetime) -> Iterator[timedelta]:
    """Later on the same day."""
    if hour > 23 or minute > 59:  # noqa: PLR2004 -- of a clock
        return
    ends = datetime.combine(date.min, time(hour, minute))
    yield ends - datetime.combine(date.min, begins.time())
