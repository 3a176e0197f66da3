"""What clocks on walls show, read off in steps of five minutes: slow, simple, and nothing of the bot's own arithmetic.

Only instants are ever turned into wall time, never the other way: that is looked for.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

STEP = timedelta(minutes=5)
_LONGEST = timedelta(days=3)
_zone = lru_cache(maxsize=1000)(ZoneInfo)


def shown(at: datetime, zone: str) -> datetime:
    """Without a zone, as it hangs there."""
    return at.astimezone(_zone(zone)).replace(tzinfo=None)


def first(day: date, at: time, zone: str) -> datetime:
    """When the clocks show it first on that day; if they skip it, as much later as they skip."""
    begin = datetime.combine(day, time(0), tzinfo=UTC) - timedelta(hours=36)
    return next(one for one in _showings(begin, at, zone) if shown(one, zone).date() == day)


def after(moment: datetime, at: time, zone: str) -> datetime:
    return next(one for one in _showings(moment, at, zone) if one > moment)


def before(moment: datetime, at: time, zone: str) -> datetime:
    begin = moment - _LONGEST
    return [one for one in _showings(begin, at, zone) if one <= moment][-1]


def _showings(begin: datetime, at: time, zone: str) -> Iterator[datetime]:
    """Whenever a clock shows this time within some days, or would if it did not skip it."""
    here, there = begin, shown(begin, zone)
    while here <= begin + 2 * _LONGEST:
        following, following_there = here + STEP, shown(here + STEP, zone)
        target = datetime.combine(following_there.date(), at)
        expected = there + STEP
        if following_there == target:
            yield following
        elif expected <= target < following_there:
            yield following + (target - expected)
        here, there = following, following_there


def sleeps(at: time, begins: time, ends: time) -> bool:
    minutes = [one.hour * 60 + one.minute for one in (at, begins, ends)]
    return (minutes[0] - minutes[1]) % 1440 < (minutes[2] - minutes[1]) % 1440


@lru_cache(maxsize=1000)
def changes(zone: str, begin: datetime, end: datetime) -> list[datetime]:
    """When the clocks there are changed, to the hour."""
    days = (end - begin).days
    changed = [begin + timedelta(days=day) for day in range(days) if _jumps(zone, begin, day * 24, 24)]
    return [day + timedelta(hours=hour) for day in changed for hour in range(24) if _jumps(zone, day, hour, 1)]


def _jumps(zone: str, begin: datetime, hours: int, lasting: int) -> bool:
    here, lasts = begin + timedelta(hours=hours), timedelta(hours=lasting)
    return shown(here + lasts, zone) - shown(here, zone) != lasts
