"""When a group usually meets, and the days that follow from it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mentoring import zones

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
#: So much earlier people hear of a session that is proposed.
NOTICE = timedelta(days=1)


class Often(StrEnum):
    """In whole weeks, so that the day of the week stays."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"

    @property
    def weeks(self) -> int:
        return {Often.WEEKLY: 1, Often.FORTNIGHTLY: 2, Often.MONTHLY: 4}[self]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rhythm:
    """`weekdays` from Monday = 0, in their order; `at` is wall time in `zone`."""

    weekdays: tuple[int, ...]
    at: time
    often: Often
    zone: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Season:
    """The days among which a group can still meet, both ends included. On `standing` days it meets already."""

    first: date
    last: date
    standing: tuple[date, ...] = ()


def first_day(at: time, zone: str, now: datetime) -> date:
    """The earliest one that leaves people their notice."""
    today = zones.wall(now, zone).date()
    return next(
        day for day in (today + _DAY * ahead for ahead in range(4)) if zones.instant(day, at, zone) - now >= NOTICE
    )


def meeting_days(rhythm: Rhythm, season: Season, days_off: Container[date]) -> Iterator[date]:
    """In order, each once. A day off gives way to the week after it, where the rhythm leaves that one free."""
    free = _Free(rhythm=rhythm, season=season, days_off=days_off)
    period = rhythm.often.weeks * _WEEK
    begins = _first_period(free, period)
    while begins <= season.last:
        yield from free.days_of(begins, period)
        begins += period


def so_many(days: Iterator[date], count: int, *, beyond: date | None = None) -> list[date]:
    """The first of them; where one has to be later than `beyond` and none is, the last gives way to the first such."""
    found = list(islice(days, count))
    if found and beyond is not None and found[-1] <= beyond:
        found[-1] = next((day for day in days if day > beyond), found[-1])
    return found


def _first_period(free: _Free, period: timedelta) -> date:
    """The rhythm of what is planned goes on; otherwise it begins with the first day that fits."""
    season = free.season
    if season.standing:
        anchor = _monday(max(season.standing))
        return anchor - period * max(0, -(-(anchor - _monday(season.first)) // period))
    return _monday(free.earliest())


def _monday(day: date) -> date:
    return day - _DAY * day.weekday()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Free:
    rhythm: Rhythm
    season: Season
    days_off: Container[date]

    def days_of(self, begins: date, period: timedelta) -> Sequence[date]:
        """As many of this period as the rhythm has, without those on which the group meets anyway."""
        met = [day for day in self.season.standing if begins <= day < begins + period]
        wanted = [begins + _DAY * weekday for weekday in self.rhythm.weekdays]
        found = [self._instead(day, later=period > _WEEK) for day in wanted if day not in met]
        left = max(0, len(wanted) - len(met))
        return sorted(day for day in dict.fromkeys(found) if day is not None)[:left]

    def earliest(self) -> date:
        """The first day of the season that it can be, whichever week it begins with."""
        ahead = (self.season.first + _DAY * more for more in range((self.season.last - self.season.first).days + 1))
        fitting = (day for day in ahead if day.weekday() in self.rhythm.weekdays and self._suits(day))
        return next(fitting, self.season.last + _WEEK)

    def _instead(self, day: date, *, later: bool) -> date | None:
        choices = (day, day + _WEEK) if later else (day,)
        return next((one for one in choices if self._suits(one)), None) if self.season.first <= day else None

    def _suits(self, day: date) -> bool:
        """Neither a day off nor one on which the clocks skip that time or show it twice."""
        is_within = self.season.first <= day <= self.season.last and day not in self.season.standing
        return (
            is_within and day not in self.days_off and zones.is_certain(day, self.rhythm.at, ZoneInfo(self.rhythm.zone))
        )


def calmest(rhythm: Rhythm, season: Season, days_off: Container[date], *, sessions: int) -> Often:
    """Of the same days and time the rarest rhythm in which all of them have room."""
    for often in reversed(Often):
        found = islice(meeting_days(replace(rhythm, often=often), season, days_off), sessions)
        if len(list(found)) == sessions:
            return often
    return Often.WEEKLY
