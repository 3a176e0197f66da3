"""The days that typed words can mean; where people differ about one, as with “next Friday”, all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.said_words import Ahead, Mark, Month, Num, Ordinal, Weekday, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring.said_tokens import Tokens

_WEEK = timedelta(days=7)
#: A day without its year that is further ahead than this may just as well be one that has passed.
_SURELY_AHEAD = timedelta(days=274)
_MOST_DAYS = 366
_YEAR_DIGITS = (2, 4)
_LARGEST = 99


class Doubt(StrEnum):
    """Why what was typed is not taken as it stands."""

    WORDS = "words"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_TIME = "no_such_time"
    PAST = "past"
    AHEAD = "ahead"
    FAR = "far"
    LONG_AGO = "long_ago"
    SEVERAL = "several"
    WEEKDAY = "weekday"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Days:
    """`doubt` makes even one of them a question."""

    days: frozenset[date] = frozenset()
    doubt: Doubt | None = None


def days(said: Tokens, today: date, *, alone: bool = False) -> Days | None:
    """None for what is no day at all. `alone`: a number is the day of a month."""
    if said[-1] in {Word.THE, Word.OF}:
        return None
    meant = begun(tuple(one for one in said if one not in {Word.THE, Word.OF, Word.YEAR}))
    match meant:
        case (Weekday(_) as weekday, Num(number)):
            return _of_that_weekday(weekday, number, today)
        case (Weekday(_) as weekday, *rest) | (*rest, Weekday(_) as weekday) if rest:
            dated = _named_day(begun(tuple(rest)), today, alone=False)
            return _checked(weekday, dated, today) or _days(meant, today)
        case (Num(digits=0) | Ordinal(digits=False),) if len(said) == 1:
            return _doubted(_named_day(meant, today, alone=alone))
        case (Num(), Mark(), *_) if said[0] is Word.AT:
            return _doubted(_named_day(meant, today, alone=False))
        case _:
            return _days(meant, today) or _named_day(meant, today, alone=alone and said[0] is not Word.AT)


def _doubted(found: Days | None) -> Days | None:
    """“At 18.3” may be a time, and “second” anything."""
    return replace(found, doubt=found.doubt or Doubt.SEVERAL) if found else None


def begun(meant: Tokens) -> Tokens:
    """Without “on” or “at”."""
    return meant[1:] if meant[:1] in {(Word.AT,), (Word.ON,)} else meant


def _days(meant: Tokens, today: date) -> Days | None:
    """Days by their weekday."""
    match meant:
        case (Weekday(number),):
            return Days(_and_later(today + timedelta(days=(number - today.weekday()) % 7), today))
        case (Word.THIS, Weekday(number)):
            return _this(number, today)
        case (Word.NEXT, Weekday(number)):
            return Days(_next(number, today))
        case (Word.OTHER, Weekday(number)):
            return Days(_next(number, today) | {day + _WEEK for day in _next(number, today)}, Doubt.SEVERAL)
        case (Word.AFTER_NEXT, Weekday(number)) | (Weekday(number), Word.AFTER_NEXT):
            return Days(frozenset(day + _WEEK for day in _next(number, today)))
        case (Word.LAST, Weekday(_)):
            return Days(doubt=Doubt.PAST)
        case (Word.NEXT | Word.OTHER, Word.WEEKS, Weekday(number)):
            return Days(of_week(number, today, 1))
        case (Weekday(number), Word.NEXT | Word.OTHER, Word.WEEKS):
            return Days(of_week(number, today, 1))
        case (Word.NEXT | Word.OTHER, Word.WEEKS, Word.AT | Word.ON, Weekday(number)):
            return Days(of_week(number, today, 1))
        case (Word.THIS, Word.WEEKS, Weekday(number)) | (Weekday(number), Word.THIS, Word.WEEKS):
            return Days(of_week(number, today, 0))
        case _:
            return None


def _named_day(meant: Tokens, today: date, *, alone: bool) -> Days | None:
    """Days by their date, or by how far ahead they are."""
    match meant:
        case (Ahead(ahead),):
            return Days(frozenset({today + timedelta(days=ahead)}))
        case (Word.IN, Num(count), Word.DAYS) if count <= _MOST_DAYS:
            return Days(frozenset({today + timedelta(days=count)}))
        case (Word.IN, Num(count), Word.WEEKS) if count * 7 <= _MOST_DAYS:
            return Days(frozenset({today + count * _WEEK}))
        case (Word.IN, Word.WEEKS):
            return Days(frozenset({today + _WEEK}))
        case (Ordinal(day),):
            return _of_month(day, today)
        case (Num(day, digits),) if alone and digits <= _YEAR_DIGITS[0]:
            return _of_month(day, today)
        case _:
            return written_date(meant, today)


def written_date(meant: Tokens, today: date) -> Days | None:
    match meant:
        case (Num(year, 4), Mark(first), Num(month), Mark(second), Num(day)) if first == second and first in "-/.":
            return _of_year([(day, month)], year)
        case (Num(day) | Ordinal(day), Month(month)) | (Month(month, True), Num(day) | Ordinal(day)):
            return _in_any_year(day, month, today)
        case (Num(day) | Ordinal(day), Month(month), Num(year, 4)):
            return _of_year([(day, month)], year)
        case (Month(month, True), Num(day) | Ordinal(day), Num(year, 4)):
            return _of_year([(day, month)], year)
        case (Num(day), Mark("."), Num(month)) | (Num(day), Mark("."), Num(month), Mark(".")):
            return _in_any_year(day, month, today)
        case (Num(day), Mark("."), Num(month), Mark("."), Num(year, digits)) if digits in _YEAR_DIGITS:
            return _of_year([(day, month)], _full(year))
        case (Num(day), Mark("."), Num(month), Num(year, 4)):
            return _of_year([(day, month)], year)
        case (Num(day), Mark("."), Month(month)):
            return _in_any_year(day, month, today)
        case (Num(day), Mark("."), Month(month), Num(year, 4)):
            return _of_year([(day, month)], year)
        case _:
            return _in_numbers(meant, today)


def _in_numbers(meant: Tokens, today: date) -> Days | None:
    """3/4 is two days."""
    match meant:
        case (Num(one), Mark("/"), Num(two)):
            both = [_in_any_year(one, two, today), _in_any_year(two, one, today)]
            return _together(both)
        case (Num(one), Mark("/"), Num(two), Mark("/"), Num(year, digits)) if digits in _YEAR_DIGITS:
            return _of_year([(one, two), (two, one)], _full(year))
        case (Num(one), Mark("-"), Num(two), Mark("-"), Num(year, 4)):
            return _of_year([(one, two), (two, one)], year)
        case _:
            return None


def _full(year: int) -> int:
    return year if year > _LARGEST else year + 2000


def _in_any_year(day: int, month: int, today: date) -> Days | None:
    """The next such day; it is asked for when it may have been the last one."""
    if day > _LARGEST:
        return None
    found = next(
        (one for year in (today.year, today.year + 1) if (one := day_of(day, month, year)) and one >= today), None
    )
    if found is None:
        return Days(doubt=Doubt.NO_SUCH_DAY)
    return Days(frozenset({found}), Doubt.FAR if found - today > _SURELY_AHEAD else None)


def _of_year(readings: Iterable[tuple[int, int]], year: int) -> Days:
    found = frozenset(one for day, month in readings if (one := day_of(day, month, year)))
    return Days(found) if found else Days(doubt=Doubt.NO_SUCH_DAY)


def _together(several: Iterable[Days | None]) -> Days:
    possible = [one for one in several if one and one.days]
    if not possible:
        return Days(doubt=Doubt.NO_SUCH_DAY)
    found = frozenset(day for one in possible for day in one.days)
    return Days(found, possible[0].doubt if len(found) == 1 else None)


def _of_month(day: int, today: date) -> Days:
    """“The 5th”: of this month or the next; both when it is today's, and asked when this month has no such day."""
    this = day_of(day, today.month, today.year)
    after = _first_of_next(today)
    following = day_of(day, after.month, after.year)
    if this is not None and this > today:
        return Days(frozenset({this}))
    found = frozenset(one for one in (this if this == today else None, following) if one)
    doubt = Doubt.SEVERAL if this is None else None
    return Days(found, doubt) if found else Days(doubt=Doubt.NO_SUCH_DAY)


def _of_that_weekday(weekday: Weekday, number: int, today: date) -> Days | None:
    """“Tuesday 8” may be the 8th, if that is a Tuesday; it may also be an hour, and is always asked about."""
    found = frozenset(one for one in _of_month(number, today).days if one.weekday() == weekday.number)
    return Days(found, Doubt.SEVERAL) if found else None


def _checked(weekday: Weekday, dated: Days | None, today: date) -> Days | None:
    """A weekday that contradicts its date: the date is asked about, and the nearest day of that name."""
    if dated is None or not dated.days:
        return dated
    right = frozenset(one for one in dated.days if one.weekday() == weekday.number)
    if right:
        return replace(dated, days=right)
    near = (_nearest(one, weekday.number) for one in dated.days)
    return Days(dated.days.union(one for one in near if one >= today), Doubt.WEEKDAY)


def _nearest(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def _and_later(day: date, today: date) -> frozenset[date]:
    return frozenset({day, day + _WEEK} if day == today else {day})


def _this(weekday: int, today: date) -> Days:
    """Whoever says “this Monday” on a Wednesday means the coming one, or has mistaken the day."""
    ahead = timedelta(days=(weekday - today.weekday()) % 7)
    has_passed = weekday < today.weekday()
    return Days(_and_later(today + ahead, today), Doubt.SEVERAL if has_passed else None)


def _next(weekday: int, today: date) -> frozenset[date]:
    nearest = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return of_week(weekday, today, 1) | {nearest}


def of_week(weekday: int, today: date, ahead: int) -> frozenset[date]:
    """Of the week that begins on Monday, and of the one that begins on Sunday."""
    monday = today - timedelta(days=today.weekday()) + ahead * _WEEK
    sunday = today - timedelta(days=today.isoweekday() % 7) + ahead * _WEEK
    return frozenset({monday + timedelta(days=weekday), sunday + timedelta(days=(weekday + 1) % 7)})


def _first_of_next(today: date) -> date:
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def day_of(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
