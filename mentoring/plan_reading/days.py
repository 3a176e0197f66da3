"""The one day that a cell of a plan names, or why it has to be asked about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentoring.plan_reading.calendars import with_digits
from mentoring.plan_reading.mentions import mentioned
from mentoring.plan_rows import Cell, Doubt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentoring.plan_reading.mentions import Mention, Mentioned, Parts

#: Without a year a day is the next such one, where that is no further away.
NEAR = timedelta(days=180)
#: With a year, one further ahead is a slip of the pen; planning by buttons ends there too.
FURTHEST = timedelta(days=366)
#: A day without a year that has just passed may be meant as well.
_JUST_PASSED = timedelta(days=60)
_CHOICES = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """`over`: the plan says that it has taken place. `sure`: they were asked and said it again.

    Nothing is planned for a day that has passed, however sure they are.
    """

    today: date
    weekday: str = ""
    over: bool = False
    sure: bool = False


def day_in(text: str, asked: Asked) -> Cell[date]:
    if not text.strip():
        return Cell(raw=text, doubt=Doubt.MISSING)
    found = mentioned(f"{text} {asked.weekday}", this_year=asked.today.year)
    cell = _read(found, asked)
    if not found.days:
        meant = _read(mentioned(with_digits(text), this_year=asked.today.year), asked)
        cell = Cell(doubt=Doubt.UNCLEAR, choices=meant.options)
    elif found.rest and cell.doubt is None:
        cell = Cell(doubt=Doubt.UNCLEAR, choices=cell.options)
    return replace(cell, raw=text)


def _read(found: Mentioned, asked: Asked) -> Cell[date]:
    """What all that is named comes to: said twice, in both languages, it is still one day."""
    each = [_one(mention, found.weekdays, asked) for mention in found.days]
    if not each:
        return Cell(doubt=Doubt.UNCLEAR)
    values = {cell.value for cell in each}
    if len(values) == 1:
        return each[0]
    with_year = {
        cell.value for cell, one in zip(each, found.days, strict=True) if one.readings and one.readings[0].year
    }
    if len(with_year) == 1 and _says_the_same(found.days):
        return next(cell for cell in each if cell.value in with_year)
    return _doubtful(Doubt.AMBIGUOUS, (day for cell in each for day in cell.options))


def _says_the_same(mentions: Sequence[Mention]) -> bool:
    days = {(parts.day, parts.month) for one in mentions for parts in one.readings}
    return len(days) == 1 and all(one.readings for one in mentions)


def _one(mention: Mention, weekdays: frozenset[int], asked: Asked) -> Cell[date]:
    days = [day for parts in mention.readings for day in _days(parts, asked)]
    if not days:
        return _doubtful(Doubt.IMPOSSIBLE, (day for parts in mention.swapped for day in _days(parts, asked)))
    if len(weekdays) > 1:
        return _doubtful(Doubt.AMBIGUOUS, days)
    with_year = all(parts.year for parts in mention.readings)
    on_it = [day for day in days if day.weekday() in weekdays and (with_year or (day < asked.today) is asked.over)]
    if len(on_it) == 1 and (with_year or len(mention.readings) == 1) and not mention.doubtful:
        return _checked(on_it[0], asked)
    if mention.doubtful or len(mention.readings) > 1:
        return _doubtful(Doubt.AMBIGUOUS, on_it or days)
    if weekdays and not on_it:
        return _doubtful(Doubt.WEEKDAY, [days[0], *_near_by(days[0], next(iter(weekdays)))])
    return _checked(days[0], asked) if with_year else _without_year(days, asked)


def _days(parts: Parts, asked: Asked) -> list[date]:
    """Likeliest first; without a year the coming one, then the one that has passed."""
    if parts.year is not None:
        return _calendar(parts.year, parts)
    around = [day for year in range(asked.today.year - 1, asked.today.year + 2) for day in _calendar(year, parts)]
    ahead = [day for day in around if day >= asked.today][:1]
    behind = [day for day in around if day < asked.today][-1:]
    return [*behind, *ahead] if asked.over else [*ahead, *behind]


def _calendar(year: int, parts: Parts) -> list[date]:
    try:
        return [date(year, parts.month, parts.day)]
    except ValueError:
        return []


def _without_year(days: list[date], asked: Asked) -> Cell[date]:
    likeliest = days[0]
    if abs(likeliest - asked.today) <= NEAR and (likeliest < asked.today) is asked.over:
        return Cell(value=likeliest)
    recent = [day for day in days[1:] if asked.today - day <= _JUST_PASSED]
    return _doubtful(Doubt.FAR, [likeliest, *recent])


def _checked(day: date, asked: Asked) -> Cell[date]:
    """With its year, or with a weekday that tells the year."""
    if day < asked.today and not asked.over:
        return _doubtful(Doubt.PAST, [*_in_coming_years(day, asked.today), day])
    if day > asked.today + FURTHEST and not asked.sure:
        return _doubtful(Doubt.FAR, [*_in_coming_years(day, asked.today), day])
    return Cell(value=day)


def _in_coming_years(day: date, today: date) -> list[date]:
    years = (today.year, today.year + 1)
    found = [day.replace(year=year) for year in years if (day.month, day.day) != (2, 29)]
    return [one for one in found if today <= one <= today + FURTHEST]


def _near_by(day: date, weekday: int) -> list[date]:
    """The days before and after it that bear the weekday's name."""
    ahead = (weekday - day.weekday()) % 7
    both = [day + timedelta(days=ahead), day + timedelta(days=ahead - 7)]
    return sorted(both, key=lambda one: abs(one - day))


def _doubtful(doubt: Doubt, choices: Iterable[date]) -> Cell[date]:
    return Cell(doubt=doubt, choices=tuple(dict.fromkeys(choices))[:_CHOICES])
