"""Finds the days that a text names: each with all that it could be, and what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring.plan_reading.calendars import MONTHS, WEEKDAYS, as_roman

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ORDINAL = r"(?:st|nd|rd|th|\s?-?(?:ви|ри|ти|ми|ва|ра|та|ма|во|ро|то))?"
_NOT_MORE = rf"(?!\d|[:.]\d|\s*[-–]\s*\d|\s*(?:{_MONTH})\b)"
_YEAR = rf"(?:\d{{4}}|['’]?\d{{2}}){_NOT_MORE}"
#: Two numbers after a comma may be one more day.
_WHOLE_YEAR = rf"(?:\d{{4}}|['’]\d{{2}}){_NOT_MORE}"
_END = rf"(?!\d|[./:-]\d|\s*(?:{_MONTH})\b)"
_MENTION = re.compile(
    rf"""(?<![\w.:/])(?:
      (?P<iso_year>\d{{4}})\s?[-./]\s?(?P<iso_month>\d{{1,2}})\s?[-./]\s?(?P<iso_day>\d{{1,2}}){_END}
    | (?P<day>\d{{1,2}}){_ORDINAL}\s*[.-]?\s*(?:of\s+)?(?P<month>{_MONTH})\b\.?
        (?:\s*,\s*(?P<year_after_comma>{_WHOLE_YEAR})|\s*[.-]?\s*(?P<year>{_YEAR}))?
    | (?P<month_first>{_MONTH})\.?\s+(?P<day_after>\d{{1,2}}){_ORDINAL}{_END}(?:\s*,?\s*(?P<year_after>{_WHOLE_YEAR}))?
    | (?P<day_roman>\d{{1,2}})\s?[./-]?\s?(?P<roman>[ivxіхѵ]{{1,4}})(?!\w)\.?(?:\s?[./-]?\s?(?P<year_roman>{_YEAR}))?
    | (?P<one>\d{{1,2}})\s?(?P<sign>[./-])\s?(?P<other>\d{{1,2}})(?:\s?(?P=sign)\s?(?P<year_last>{_YEAR}){_END}|{_END})
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WEEKDAY = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})(?!\w)\.?", re.IGNORECASE)
_TOLD_ANYWAY = re.compile(r"(?<!\w)(?:г|год|година|year|на|the|on|of|date|дата|в|във)(?!\w)\.?", re.IGNORECASE)
_SIGNS = re.compile(r"[\s.,;:()\-–—|/]+")
_CENTURY = 2000


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """As they were written: it may be no day of any calendar."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """`readings` are all that it could be, likeliest first; `swapped` could be meant where none is a day."""

    readings: tuple[Parts, ...]
    swapped: tuple[Parts, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Mentioned:
    """`weekdays` count from Monday = 0. `rest` is what stands there besides."""

    days: tuple[Mention, ...]
    weekdays: frozenset[int]
    rest: str


def mentioned(text: str, *, this_year: int) -> Mentioned:
    days = tuple(_mention(found, this_year) for found in _MENTION.finditer(text))
    without = _MENTION.sub(" ", text)
    weekdays = frozenset(WEEKDAYS[found[0].strip(".").lower()] for found in _WEEKDAY.finditer(without))
    rest = _SIGNS.sub(" ", _TOLD_ANYWAY.sub(" ", _WEEKDAY.sub(" ", without)))
    return Mentioned(days=days, weekdays=weekdays, rest=rest.strip())


def _mention(found: re.Match[str], this_year: int) -> Mention:
    if found["iso_year"]:
        day, month = int(found["iso_day"]), int(found["iso_month"])
        return _sure(Parts(day=day, month=month, year=int(found["iso_year"])))
    if found["month"]:
        year = _year(found["year_after_comma"] or found["year"])
        return _sure(Parts(day=int(found["day"]), month=MONTHS[found["month"].lower()], year=year))
    if found["month_first"]:
        return _month_first(found, this_year)
    if found["roman"]:
        month = as_roman(found["roman"]) or 0
        return _sure(Parts(day=int(found["day_roman"]), month=month, year=_year(found["year_roman"])))
    return _numbers(found)


def _sure(parts: Parts) -> Mention:
    return Mention(readings=(parts,))


def _month_first(found: re.Match[str], this_year: int) -> Mention:
    """Dec 26 may be the day, or the December of that year."""
    day, year = int(found["day_after"]), _year(found["year_after"])
    like_a_year = year is None and abs(day + _CENTURY - this_year) <= 2  # noqa: PLR2004 - as far as plans reach
    parts = Parts(day=day, month=MONTHS[found["month_first"].lower()], year=year)
    return Mention(readings=(parts,), doubtful=like_a_year)


def _numbers(found: re.Match[str]) -> Mention:
    """With dots the day comes first; with other signs nobody knows, unless only one way is a day."""
    one, other, year = int(found["one"]), int(found["other"]), _year(found["year_last"])
    first, second = Parts(day=one, month=other, year=year), Parts(day=other, month=one, year=year)
    if found["sign"] == ".":
        return Mention(readings=(first,), swapped=(second,))
    readings = tuple(dict.fromkeys(parts for parts in (first, second) if _has_month(parts)))
    short = year is not None and len(found["year_last"]) <= len("'26")
    if found["sign"] == "-" and short and year is not None:
        readings += tuple(_year_first(one, other, year))
    return Mention(readings=readings, doubtful=year is None)


def _year_first(one: int, month: int, day: int) -> Iterator[Parts]:
    parts = Parts(day=day - _CENTURY, month=month, year=_CENTURY + one)
    if _has_month(parts):
        yield parts


def _has_month(parts: Parts) -> bool:
    return 1 <= parts.month <= 12 and 1 <= parts.day <= 31  # noqa: PLR2004 - months of a year, days of a month


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    number = int(text.strip("'’"))
    return number if number >= 100 else number + _CENTURY  # noqa: PLR2004 - two digits of this century
