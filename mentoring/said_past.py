"""The days that typed words can mean when something is over: the last such day, and both where people differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentoring.said_dates import Days, Doubt, begun, day_of, of_week, written_date
from mentoring.said_words import Ahead, Mark, Month, Num, Ordinal, Weekday, Word

if TYPE_CHECKING:
    from mentoring.said_tokens import Tokens

_WEEK = timedelta(days=7)
#: A day without its year that is longer ago than this may just as well be one that is still ahead.
_SURELY_OVER = timedelta(days=274)
_MOST_DAYS = 366
_LONGEST_DAY = 2
_DAY_AND_MONTH = 2
_LEFT_OUT = {Word.THE, Word.OF, Word.YEAR}


def days_back(said: Tokens, today: date, *, alone: bool = False) -> Days | None:
    """None for what is no day at all. `alone`: a number is the day of a month."""
    if said[-1] in {Word.THE, Word.OF}:
        return None
    meant = begun(tuple(one for one in said if one not in _LEFT_OUT))
    match meant:
        case (Weekday(_), Num(_)):
            return _doubted(_checked(meant[0], _named_day(meant[1:], today, alone=True)))
        case (Weekday(_) as weekday, *rest) | (*rest, Weekday(_) as weekday) if rest:
            dated = _named_day(begun(tuple(rest)), today, alone=False)
            return _checked(weekday, dated) or _weekday(meant, today)
        case (Num(digits=0) | Ordinal(digits=False),) if len(said) == 1:
            return _doubted(_named_day(meant, today, alone=alone))
        case (Num(), Mark(), *_) if said[0] is Word.AT:
            return _doubted(_named_day(meant, today, alone=False))
        case _:
            return _weekday(meant, today) or _named_day(meant, today, alone=alone and said[0] is not Word.AT)


def _doubted(found: Days | None) -> Days | None:
    return replace(found, doubt=found.doubt or Doubt.SEVERAL) if found else None


def _weekday(meant: Tokens, today: date) -> Days | None:
    match meant:
        case (Weekday(number),):
            return Days(_and_earlier(today - timedelta(days=(today.weekday() - number) % 7), today))
        case (Word.LAST, Weekday(number)):
            return Days(_last(number, today))
        case (Word.THIS, Weekday(number)):
            return Days(of_week(number, today, 0))
        case (Word.LAST, Word.WEEKS, Weekday(number)) | (Weekday(number), Word.LAST, Word.WEEKS):
            return Days(of_week(number, today, -1))
        case (Word.LAST, Word.WEEKS, Word.AT | Word.ON, Weekday(number)):
            return Days(of_week(number, today, -1))
        case (Word.NEXT | Word.OTHER | Word.AFTER_NEXT, Weekday(_)):
            return Days(doubt=Doubt.AHEAD)
        case _:
            return None


def _named_day(meant: Tokens, today: date, *, alone: bool) -> Days | None:
    match meant:
        case (Ahead(ahead),):
            return Days(frozenset({today + timedelta(days=ahead)}))
        case (Num(count), Word.DAYS, Word.AGO) | (Word.AGO, Num(count), Word.DAYS) if count <= _MOST_DAYS:
            return Days(frozenset({today - timedelta(days=count)}))
        case (Num(count), Word.WEEKS, Word.AGO) | (Word.AGO, Num(count), Word.WEEKS) if count * 7 <= _MOST_DAYS:
            return Days(frozenset({today - count * _WEEK}))
        case (Word.AGO, Word.WEEKS):
            return Days(frozenset({today - _WEEK}))
        case (Ordinal(day),):
            return _of_month(day, today)
        case (Num(day, digits),) if alone and digits <= _LONGEST_DAY:
            return _of_month(day, today)
        case _:
            return _dated(meant, today)


def _dated(meant: Tokens, today: date) -> Days | None:
    """A date without its year is the last such day: the first one since a year ago."""
    found = written_date(meant, _a_year_before(today))
    if found is None or found.doubt not in {None, Doubt.FAR}:
        return found
    is_old = any(today - one > _SURELY_OVER for one in found.days)
    return Days(found.days, Doubt.LONG_AGO if is_old and not _names_a_year(meant) else None)


def _names_a_year(meant: Tokens) -> bool:
    return sum(isinstance(one, Num | Ordinal | Month) for one in meant) > _DAY_AND_MONTH


def _a_year_before(today: date) -> date:
    return (day_of(today.day, today.month, today.year - 1) or date(today.year - 1, 2, 28)) + timedelta(days=1)


def _of_month(day: int, today: date) -> Days:
    """“The 5th”: of this month or the one before; both when it is today's."""
    this = day_of(day, today.month, today.year)
    before = today.replace(day=1) - timedelta(days=1)
    earlier = day_of(day, before.month, before.year)
    if this is not None and this < today:
        return Days(frozenset({this}))
    found = frozenset(one for one in (this if this == today else None, earlier) if one)
    return Days(found) if found else Days(doubt=Doubt.NO_SUCH_DAY)


def _checked(weekday: object, dated: Days | None) -> Days | None:
    """A weekday that contradicts its date: both are asked about."""
    if dated is None or not dated.days or not isinstance(weekday, Weekday):
        return dated
    right = frozenset(one for one in dated.days if one.weekday() == weekday.number)
    if right:
        return replace(dated, days=right)
    near = {one + timedelta(days=(weekday.number - one.weekday() + 3) % 7 - 3) for one in dated.days}
    return Days(dated.days | near, Doubt.WEEKDAY)


def _and_earlier(day: date, today: date) -> frozenset[date]:
    return frozenset({day, day - _WEEK} if day == today else {day})


def _last(weekday: int, today: date) -> frozenset[date]:
    """The last one, and the one of the week before."""
    nearest = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    return of_week(weekday, today, -1) | {nearest}
