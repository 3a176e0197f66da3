"""Wall time and instants: DST gaps and overlaps, and hours in which people are left in peace."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date, tzinfo


def instant(day: date, at: time, zone: str) -> datetime:
    """The UTC instant of a wall time: the first of two where the clock goes back, moved on where it skips."""
    local = datetime.combine(day, at, tzinfo=ZoneInfo(zone))
    return local.astimezone(UTC)


def wall(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone))


def is_certain(day: date, at: time, zone: tzinfo | None) -> bool:
    """Whether the clocks show this wall time once on that day: not skipped, and not twice."""
    first, second = (datetime.combine(day, at.replace(fold=fold), tzinfo=zone) for fold in (0, 1))
    return first.utcoffset() == second.utcoffset()


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
    after = _next(local, ends, zone)
    return after if after <= latest else min(at, _previous(local, begins, zone))


def out_of_holidays(at: datetime, zone: str, days_off: Container[date]) -> datetime:
    """`at`, or the same wall time of the first day that is none."""
    local = wall(at, zone)
    if local.date() not in days_off:
        return at
    following = instant(local.date() + timedelta(days=1), local.time(), zone)
    return out_of_holidays(following, zone, days_off)


def _next(local: datetime, at: time, zone: str) -> datetime:
    day = local.date() if local.time() < at else local.date() + timedelta(days=1)
    return instant(day, at, zone)


def _previous(local: datetime, at: time, zone: str) -> datetime:
    day = local.date() if local.time() >= at else local.date() - timedelta(days=1)
    return instant(day, at, zone)


def next_weekly(after: datetime, *, weekday: int, at: time, zone: str) -> datetime:
    """The first such wall time strictly after `after`; `weekday` counts from Monday = 0."""
    today = wall(after, zone).date()
    days = (weekday - today.weekday()) % 7
    due = instant(today + timedelta(days=days), at, zone)
    return due if due > after else instant(today + timedelta(days=days + 7), at, zone)
