"""Wall time and instants, also on the two days a year when the clocks change (docs/time.md says it in words).

1. A wall time that the clocks skip moves on by as much as they do: 02:30 becomes 03:30.
2. One that they show twice is the first of the two.
3. What lasts, such as "24 hours before", is counted in hours that pass, not in what clocks show.
4. Nobody plans anything between 02:00 and 04:00 (`mentoring.wall_times.is_night`), where most clocks change.
5. Quiet hours begin and end when the clocks show it: an end that comes twice ends them twice.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date, tzinfo


def instant(day: date, at: time, zone: str) -> datetime:
    """The UTC instant of a wall time: the first of two where the clock goes back, moved on where it skips."""
    local = datetime.combine(day, at, tzinfo=ZoneInfo(zone))
    return local.astimezone(UTC)


def instant_of(wall_time: str, zone: str) -> datetime:
    """Of a wall time in ISO 8601."""
    local = datetime.fromisoformat(wall_time)
    return instant(local.date(), local.time(), zone)


def wall(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone))


def is_certain(day: date, at: time, zone: tzinfo | None) -> bool:
    """Whether the clocks show this wall time once on that day: not skipped, and not twice."""
    first, second = (datetime.combine(day, at.replace(fold=fold), tzinfo=zone) for fold in (0, 1))
    return first.utcoffset() == second.utcoffset()


def elsewhere(at: datetime, own: str, others: Iterable[str]) -> tuple[str, ...]:
    """Of the other zones, one for each wall time that differs from one's own at that instant, from west to east."""
    first_of: dict[timedelta, str] = {}
    for zone in sorted(others):
        first_of.setdefault(wall(at, zone).utcoffset() or timedelta(), zone)
    first_of.pop(wall(at, own).utcoffset() or timedelta(), None)
    return tuple(zone for _, zone in sorted(first_of.items()))


def is_quiet(at: time, *, begins: time, ends: time) -> bool:
    """`begins` later than `ends` spans midnight; equal ones mean that no hour is quiet."""
    if begins <= ends:
        return begins <= at < ends
    return at >= begins or at < ends


def out_of_quiet(at: datetime, zone: str, *, begins: time, ends: time, latest: datetime) -> datetime:
    """`at`, or the end of the quiet hours around it; where that would be after `latest`, their beginning instead."""
    local = wall(at, zone)
    if not is_quiet(local.time(), begins=begins, ends=ends):
        return at
    after = _next(at, ends, zone)
    return after if after <= latest else min(at, _previous(at, begins, zone))


def out_of_holidays(at: datetime, zone: str, days_off: Container[date]) -> datetime:
    """`at`, or the same wall time of the first day that is none."""
    local = wall(at, zone)
    if local.date() not in days_off:
        return at
    following = instant(local.date() + timedelta(days=1), local.time(), zone)
    return out_of_holidays(following, zone, days_off)


def _next(after: datetime, at: time, zone: str) -> datetime:
    """When the clocks there show it next."""
    today = wall(after, zone).date()
    days = (today, today + timedelta(days=1), today + timedelta(days=2))
    return next(one for day in days for one in _instants(day, at, zone) if one > after)


def _previous(before: datetime, at: time, zone: str) -> datetime:
    """When the clocks there showed it last."""
    today = wall(before, zone).date()
    days = (today, today - timedelta(days=1), today - timedelta(days=2))
    return next(one for day in days for one in reversed(_instants(day, at, zone)) if one <= before)


def _instants(day: date, at: time, zone: str) -> Sequence[datetime]:
    """One of them; on the day when the clocks go back perhaps two."""
    first = instant(day, at, zone)
    second = instant(day, at.replace(fold=1), zone)
    return [first, second] if second > first else [first]


def next_weekly(after: datetime, *, weekday: int, at: time, zone: str) -> datetime:
    """The first such wall time strictly after `after`; `weekday` counts from Monday = 0."""
    today = wall(after, zone).date()
    days = (weekday - today.weekday()) % 7
    due = instant(today + timedelta(days=days), at, zone)
    return due if due > after else instant(today + timedelta(days=days + 7), at, zone)
