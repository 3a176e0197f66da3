"""When managers and mentors answer: the hours of a programme on its working days, told to whoever writes to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mentoring import zones

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date

    from mentoring.groups import Programme

_FRIDAY = 4
#: No country has holidays for so long.
_LONGEST_REST = 31


@dataclass(frozen=True, kw_only=True, slots=True)
class AnsweringHours:
    """Of the working day that runs or comes next; `later` when it has not begun."""

    begins: datetime
    ends: datetime
    later: bool


def answering_hours(programme: Programme, days_off: Container[date], now: datetime) -> AnsweringHours | None:
    """None where the programme's hours leave no time."""
    today = zones.wall(now, programme.zone).date()
    for day in (today + timedelta(days=ahead) for ahead in range(_LONGEST_REST)):
        begins = zones.instant(day, programme.work_from, programme.zone)
        ends = zones.instant(day, programme.work_until, programme.zone)
        if begins < ends and now < ends and is_working_day(day, days_off):
            return AnsweringHours(begins=begins, ends=ends, later=now < begins)
    return None


def is_working_day(day: date, days_off: Container[date]) -> bool:
    return day.weekday() <= _FRIDAY and day not in days_off
