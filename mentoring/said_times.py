"""The times of day that typed words can mean: “at six” is two, until the part of the day is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from mentoring.said_words import Mark, Num, Part, Word

if TYPE_CHECKING:
    from mentoring.said_tokens import Tokens

#: From the number that is said to the hour that is meant; a number that is missing does not go with the part.
_HOURS_OF = {
    Part.MORNING: {hour: hour for hour in range(1, 12)},
    Part.FORENOON: {hour: hour for hour in range(6, 12)},
    Part.LUNCH: {11: 11, 12: 12, 1: 13, 2: 14, 13: 13, 14: 14},
    Part.AFTERNOON: {12: 12, **{hour: hour + 12 for hour in range(1, 8)}, **{hour: hour for hour in range(13, 20)}},
    Part.EVENING: {**{hour: hour + 12 for hour in range(5, 12)}, **{hour: hour for hour in range(17, 24)}},
    Part.NIGHT: {**{hour: hour for hour in (0, 1, 2, 3, 4, 21, 22, 23)}, **{hour: hour + 12 for hour in (9, 10, 11)}},
    Part.AM: {12: 0, **{hour: hour for hour in range(1, 12)}},
    Part.PM: {12: 12, **{hour: hour + 12 for hour in range(1, 12)}},
}
_NOON, _LAST_HOUR, _LAST_MINUTE = 12, 23, 59
_TWO_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Times:
    """No time where it is written like one and there is none such.

    `loose`: it may just as well be something else; `dotted`: another day, beside a day that is written so.
    """

    times: frozenset[time]
    loose: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class _Clock:
    """`exact`: written as on a clock of 24 hours."""

    hour: Num
    minutes: int = 0
    exact: bool = False
    loose: bool = False
    dotted: bool = False


def times(said: Tokens, *, asked: bool = False) -> Times | None:
    """None for what is no time at all. `asked`: a number alone is an hour."""
    meant = tuple(one for one in said if one is not Word.THE)
    match meant:
        case (Word.NOON,) | (Word.AT, Word.NOON):
            return Times(frozenset({time(_NOON)}))
        case (Word.AT | Word.ON, Part() as part, *rest) | (Part() as part, *rest):
            return _of_part(part, tuple(rest), asked=True)
        case (*rest, Word.AT | Word.ON, Part() as part) | (*rest, Part() as part):
            return _of_part(part, tuple(rest), asked=True)
        case _:
            return _of_part(None, meant, asked=asked)


def is_part_alone(said: Tokens) -> bool:
    """“In the evening” says when, and not at what time."""
    match said:
        case (Part(),) | (Word.AT | Word.ON, Part()):
            return True
        case _:
            return False


def _of_part(part: Part | None, rest: Tokens, *, asked: bool) -> Times | None:
    begun = rest[:1] in {(Word.AT,), (Word.FROM,)}
    clock = _clock(rest[1:] if begun else rest, asked=asked or begun)
    if clock is None:
        return None
    found = (_at(hour, clock.minutes) for hour in _hours(clock, part))
    return Times(frozenset(one for one in found if one), loose=clock.loose, dotted=clock.dotted)


def _hours(clock: _Clock, part: Part | None) -> frozenset[int]:
    said = clock.hour.value
    if said > _LAST_HOUR or clock.minutes > _LAST_MINUTE:
        return frozenset()
    if part is not None:
        return frozenset({_HOURS_OF[part][said]}) if said in _HOURS_OF[part] else frozenset()
    is_either = not clock.exact and 0 < said < _NOON and not clock.hour.has_zero
    return frozenset({said, said + _NOON}) if is_either else frozenset({said})


def _at(hour: int, minutes: int) -> time | None:
    """Minutes below zero are before the hour, and never on the day before."""
    hours, left = divmod(hour * 60 + minutes, 60)
    return time(hours, left) if hours >= 0 else None


def _clock(said: Tokens, *, asked: bool) -> _Clock | None:
    match said:
        case (*rest, Word.H | Word.HOURS) if len(rest) >= 3:  # noqa: PLR2004
            return _written(tuple(rest), asked=True)
        case (Num() as hour, Word.H):
            return _Clock(hour, exact=hour.digits >= _TWO_DIGITS)
        case (Num() as hour, Word.HOURS):
            return _Clock(hour)
        case (Num() as hour,):
            return _Clock(hour, loose=not asked) if hour.digits <= _TWO_DIGITS else None
        case (Num() as hour, Num(minutes, 2)) if asked:
            return _Clock(hour, minutes, exact=hour.digits == _TWO_DIGITS)
        case (Num(digits=0) as hour, Num(minutes, 0)) if minutes >= 10:  # noqa: PLR2004
            return _Clock(hour, minutes)
        case _:
            return _written(said, asked=asked) or _spoken(said)


def _written(said: Tokens, *, asked: bool) -> _Clock | None:
    match said:
        case (Num() as hour, Mark("."), Num(minutes, 2)) if 0 < minutes <= _NOON and minutes % 5:
            # 10.12 is a day of December before it is a time.
            return _Clock(hour, minutes, exact=hour.digits == _TWO_DIGITS, loose=True) if asked else None
        case (Num(_, 1 | 2) as hour, Mark(":" | "." | "," as mark), Num(minutes, 2)):
            dotted = mark == "." and 0 < minutes <= _NOON
            return _Clock(hour, minutes, exact=hour.digits == _TWO_DIGITS, dotted=dotted)
        case (Num() as hour, Word.H, Num(minutes, 2)):
            return _Clock(hour, minutes, exact=hour.digits == _TWO_DIGITS)
        case _:
            return None


def _spoken(said: Tokens) -> _Clock | None:
    match _without_hours(said):
        case (Num() as hour, Word.AND, Word.HALF) | (Word.HALF, Word.PAST, Num() as hour):
            return _Clock(hour, 30)
        case (Num() as hour, Word.AND, Word.QUARTER) | (Word.QUARTER, Word.PAST, Num() as hour):
            return _Clock(hour, 15)
        case (Num() as hour, Word.MINUS, Word.QUARTER) | (Word.QUARTER, Word.BEFORE, Num() as hour):
            return _Clock(hour, -15)
        case (Num() as hour, Word.AND, Num(minutes)) | (Num(minutes), Word.PAST, Num() as hour):
            return _Clock(hour, minutes)
        case (Num() as hour, Word.MINUS, Num(minutes)) | (Num(minutes), Word.BEFORE, Num() as hour):
            return _Clock(hour, -minutes) if minutes <= _LAST_MINUTE else None
        case _:
            return None


def _without_hours(said: Tokens) -> Tokens:
    """18 часа и 30 минути is 18 и 30."""
    plain = said[:-1] if said[-1:] == (Word.MINUTES,) else said
    return (plain[0], *plain[2:]) if len(plain) > 2 and plain[1] in {Word.HOURS, Word.H} else plain  # noqa: PLR2004
