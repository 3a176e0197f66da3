"""From when to when a session lasts, or why that has to be asked about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from mentoring.plan_reading.calendars import with_digits
from mentoring.plan_reading.clocks import length_in, span_in
from mentoring.plan_rows import Cell, Doubt, Hours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring.plan_reading.clocks import Clock, Span

#: Nobody meets outside these, unless they say it twice.
MORNING, NIGHT = time(6), time(22)
_LONGEST = timedelta(hours=6)
_SHORTEST = timedelta(minutes=10)
_NOON, _EARLY, _TEN = 12, 8, 10
_CHOICES = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Habit:
    """How the whole plan writes times: some with am or pm, some that need all 24 hours."""

    halves: bool = False
    full: bool = False


def habit_of(texts: Iterable[str]) -> Habit:
    spans = [span for text in texts for line in text.split("\n") if (span := span_in(line)) is not None]
    clocks = [clock for span in spans for clock in (span.begins, span.ends) if clock is not None]
    return Habit(
        halves=any(one.half for one in clocks),
        full=any(one.full or one.hour > _NOON or one.hour == 0 for one in clocks),
    )


def hours_in(text: str, *, habit: Habit, length: str = "", sure: bool = False) -> Cell[Hours]:
    if not text.strip():
        return Cell(raw=text, doubt=Doubt.MISSING)
    span = span_in(text)
    if span is None:
        meant = span_in(with_digits(text))
        choices = _possible(meant, habit, length) if meant is not None else ()
        return Cell(raw=text, doubt=Doubt.UNCLEAR, choices=choices[:_CHOICES])
    return replace(_checked(_possible(span, habit, length), sure=sure), raw=text)


def _checked(possible: tuple[Hours, ...], *, sure: bool) -> Cell[Hours]:
    if not possible:
        return Cell(doubt=Doubt.IMPOSSIBLE)
    if len(possible) > 1:
        return Cell(doubt=Doubt.AMBIGUOUS, choices=possible[:_CHOICES])
    only = possible[0]
    doubt = None if sure else _strange(only)
    return Cell(value=only) if doubt is None else Cell(doubt=doubt, choices=possible)


def _strange(hours: Hours) -> Doubt | None:
    if hours.begins < MORNING or hours.begins >= NIGHT or lasts_over_midnight(hours):
        return Doubt.NIGHT
    length = lasting(hours)
    return Doubt.LONG if length is not None and not _SHORTEST <= length <= _LONGEST else None


def lasts_over_midnight(hours: Hours) -> bool:
    return hours.ends is not None and time(0) < hours.ends < hours.begins


def lasting(hours: Hours) -> timedelta | None:
    if hours.ends is None:
        return None
    day = datetime(2000, 1, 1)  # noqa: DTZ001 - any day: wall times are compared
    begins, ends = datetime.combine(day, hours.begins), datetime.combine(day, hours.ends)
    return ends - begins if ends > begins else ends + timedelta(days=1) - begins


def _possible(span: Span, habit: Habit, length: str) -> tuple[Hours, ...]:
    """Likeliest first. What is left when one end tells about the other."""
    begins, ends = _times(span.begins, habit), () if span.ends is None else _times(span.ends, habit)
    if span.ends is None:
        minutes = span.minutes or length_in(length)
        return tuple(Hours(begins=one, ends=_after(one, minutes)) for one in begins)
    if span.ends.half and not span.begins.half and not span.begins.full:
        begins = _before(span.begins, ends)
    pairs = [Hours(begins=one, ends=other) for one in begins for other in ends if one != other]
    sensible = [pair for pair in pairs if pair.ends is not None and pair.begins < pair.ends]
    short = [pair for pair in sensible if (lasting(pair) or timedelta()) <= _LONGEST]
    return tuple(sorted(short or sensible or pairs, key=_unlikely))


def _before(begins: Clock, ends: tuple[time, ...]) -> tuple[time, ...]:
    """5–6 pm are both after noon, 11–1 pm is not."""
    both = replace(begins, full=False).times()
    return tuple(one for one in both if any(one < end for end in ends))[-1:] or both


def _times(clock: Clock, habit: Habit) -> tuple[time, ...]:
    """An hour that is said by one number up to twelve may be that of the evening."""
    both = clock.times()
    literal = clock.spelt and not habit.halves and (clock.hour >= _TEN or (habit.full and clock.hour >= _EARLY))
    return both[:1] if literal else both


def _unlikely(hours: Hours) -> tuple[bool, timedelta, time]:
    return _strange(hours) is not None, lasting(hours) or timedelta(), hours.begins


def _after(begins: time, minutes: int | None) -> time | None:
    if minutes is None:
        return None
    day = datetime(2000, 1, 1)  # noqa: DTZ001 - any day: wall times are added to
    return (datetime.combine(day, begins) + timedelta(minutes=minutes)).time()
