"""Days and times as people type them, in English and Bulgarian: understood, or asked about, and never guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, Protocol

from mentoring import said_tokens
from mentoring.said_dates import Days, Doubt, days
from mentoring.said_past import days_back
from mentoring.said_times import Times, is_part_alone, times
from mentoring.said_words import Ahead, Mark
from mentoring.wall_times import is_night
from mentoring.zones import is_certain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring.said_tokens import Tokens

#: A date further ahead than this is a slip of the finger.
FURTHEST = timedelta(days=366)
#: More readings than these are no question that anybody could answer.
_MOST_READINGS = 6
#: A dash may stand between a day and its time; with a number alone it would be two days.
_DASH, _DOT = Mark("-"), Mark(".")
_A_NUMBER = 2
_STILL_UP = 4


class _DaysOf(Protocol):
    def __call__(self, said: Tokens, today: date, *, alone: bool = ...) -> Days | None: ...


class Asked(StrEnum):
    """What was asked for: it tells whether a number alone is a day of the month or an hour."""

    DAY = "day"
    TIME = "time"
    EITHER = "either"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """Wall time; at least one of the two is known."""

    day: date | None = None
    at: time | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """With a `doubt` every reading, even the only one, is a question; without readings nothing can be made of it."""

    readings: tuple[Reading, ...] = ()
    doubt: Doubt | None = None

    @property
    def understood(self) -> Reading | None:
        return self.readings[0] if self.doubt is None else None


def said(text: str, now: datetime, *, asked: Asked = Asked.EITHER, day: date | None = None, past: bool = False) -> Said:
    """`now` is the wall time, with its zone, of whoever typed it. A time alone is of `day`, if that is known already.

    Days that have passed, hours at night or when the clock changes, and what is more than a year ahead are doubted.
    Of the `past`, what is still ahead is doubted, and what is more than a year ago.
    """
    found = said_tokens.tokens(text)
    if found is None:
        return Said(doubt=Doubt.WORDS)
    meanings = [
        one
        for tokens in said_tokens.readings(found)
        for today in _todays(tokens, now, past=past)
        for one in _meanings(tokens, today, asked, days_back if past else days)
    ]
    possible = [one for one in meanings if one.readings] or meanings[:1]
    readings = {_of_day(reading, day) for one in possible for reading in one.readings}
    doubt = next((one.doubt for one in possible if one.doubt), None)
    return _possible(readings, doubt, now, past=past) if possible else Said(doubt=Doubt.WORDS)


def day_said(text: str, *, today: date) -> date | None:
    """A day of the calendar, past or ahead; None for what is none, and for what could be two."""
    found = said_tokens.tokens(text)
    meant = None if found is None else days(found, today)
    if meant is None or len(meant.days) != 1 or meant.doubt not in {None, Doubt.FAR}:
        return None
    return next(iter(meant.days))


def _todays(tokens: Tokens, now: datetime, *, past: bool) -> Sequence[date]:
    """“Tomorrow”, said after midnight by somebody who is still up, may be today, and what was “today” yesterday."""
    told = [one.days for one in tokens if isinstance(one, Ahead)]
    is_late = now.hour < _STILL_UP and any(one <= 0 if past else one > 0 for one in told)
    return [now.date() - timedelta(days=1), now.date()] if is_late else [now.date()]


@dataclass(frozen=True, slots=True)
class _Meaning:
    readings: frozenset[Reading]
    doubt: Doubt | None


def _meanings(tokens: Tokens, today: date, asked: Asked, days_of: _DaysOf) -> Iterator[_Meaning]:
    day = days_of(tokens, today, alone=asked is not Asked.TIME)
    yield from _alone(day, times(tokens, asked=asked is Asked.TIME), asked)
    for middle in range(1, len(tokens)):
        first, second = tokens[:middle], tokens[middle:]
        if second[0] != _DASH:
            yield from _both(days_of(first, today), second, asked, dotted=_DOT in first)
            yield from _both(days_of(second, today), first, asked, dotted=_DOT in second)
        elif len(second) > _A_NUMBER:
            yield from _both(days_of(first, today), second[1:], asked, dotted=_DOT in first, dashed=True)


def _alone(day: Days | None, at: Times | None, asked: Asked) -> Iterator[_Meaning]:
    is_day = day is not None and bool(day.days)
    is_time = at is not None and bool(at.times) and not at.loose
    if day is not None and not (asked is Asked.TIME and is_time):
        yield _meaning(day, None)
    if at is not None and not (asked is Asked.DAY and is_day):
        yield _meaning(None, at)


def _both(day: Days | None, of_time: Tokens, asked: Asked, *, dotted: bool, dashed: bool = False) -> Iterator[_Meaning]:
    """`dotted`: the day is written with dots, `dashed`: a dash stands before the time."""
    if day is None:
        return
    at = times(of_time, asked=asked is Asked.TIME)
    if at is None:
        yield from [_meaning(day, None)] if is_part_alone(of_time) else []
    elif not (at.dotted and dashed):
        is_another_day = at.dotted and dotted
        yield _meaning(day, replace(at, loose=at.loose or is_another_day))


def _meaning(day: Days | None, at: Times | None) -> _Meaning:
    possible_days: Iterable[date | None] = [None] if day is None else day.days
    possible_times: Iterable[time | None] = [None] if at is None else at.times
    readings = frozenset(Reading(day=one, at=other) for one, other in product(possible_days, possible_times))
    return _Meaning(readings, _doubt(day, at))


def _doubt(day: Days | None, at: Times | None) -> Doubt | None:
    if day is not None and day.doubt is not None:
        return day.doubt
    if at is None:
        return None
    if not at.times:
        return Doubt.NO_SUCH_TIME
    return Doubt.SEVERAL if at.loose else None


def _of_day(reading: Reading, day: date | None) -> Reading:
    return Reading(day=day, at=reading.at) if reading.day is None else reading


def _possible(readings: Iterable[Reading], doubt: Doubt | None, now: datetime, *, past: bool) -> Said:
    """Without those at which nobody can meet; what is left may be the only one."""
    against = {reading: doubted(reading, now, past=past) for reading in readings}
    left = sorted((one for one, why in against.items() if why is None), key=_in_order)
    if not left:
        return Said(doubt=doubt or next(iter(against.values())))
    if len(left) == 1 or doubt is Doubt.WEEKDAY:
        return Said(readings=tuple(left), doubt=doubt)
    return Said(readings=tuple(left) if len(left) <= _MOST_READINGS else (), doubt=Doubt.SEVERAL)


def doubted(reading: Reading, now: datetime, *, past: bool = False) -> Doubt | None:
    """Why nobody can meet then, or can have met, at the wall time that it is now."""
    day, at = reading.day, reading.at
    if at is not None and is_night(at):
        return Doubt.CLOCK
    if day is None:
        return None
    return _doubted_past(day, at, now) if past else _doubted_ahead(day, at, now)


def _doubted_ahead(day: date, at: time | None, now: datetime) -> Doubt | None:
    if day > now.date() + FURTHEST:
        return Doubt.FAR
    if at is None or day < now.date():
        return Doubt.PAST if day < now.date() else None
    if not is_certain(day, at, now.tzinfo):
        return Doubt.CLOCK
    starts_at = datetime.combine(day, at, tzinfo=now.tzinfo)
    return Doubt.PAST if starts_at.astimezone(UTC) <= now.astimezone(UTC) else None


def _doubted_past(day: date, at: time | None, now: datetime) -> Doubt | None:
    if day < now.date() - FURTHEST:
        return Doubt.LONG_AGO
    if at is None or day > now.date():
        return Doubt.AHEAD if day > now.date() else None
    if not is_certain(day, at, now.tzinfo):
        return Doubt.CLOCK
    began_at = datetime.combine(day, at, tzinfo=now.tzinfo)
    return Doubt.AHEAD if began_at.astimezone(UTC) >= now.astimezone(UTC) else None


def _in_order(reading: Reading) -> tuple[date, time]:
    return reading.day or date.min, reading.at or time.min
