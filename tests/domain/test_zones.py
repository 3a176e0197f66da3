"""Wall time on the days when the clock changes, and quiet hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.zones import elsewhere, instant, is_certain, is_quiet, next_weekly, out_of_quiet, wall

SOFIA = "Europe/Sofia"
ZONES = sorted(available_timezones())
QUIET_FROM, QUIET_UNTIL = time(21), time(8)

moments = st.datetimes(
    min_value=datetime(2020, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    max_value=datetime(2035, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (date(2026, 3, 29), time(3, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(3, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 7, 1), time(18, 0), datetime(2026, 7, 1, 15, 0, tzinfo=UTC)),
        (date(2026, 12, 1), time(18, 0), datetime(2026, 12, 1, 16, 0, tzinfo=UTC)),
    ],
    ids=["a time that is skipped moves on", "of two the first", "summer", "winter"],
)
def test_wall_time_becomes_one_instant(day: date, at: time, expected: datetime) -> None:
    assert instant(day, at, SOFIA) == expected


@given(st.sampled_from(ZONES), moments, st.times(timezones=st.none()))
def test_an_existing_wall_time_is_what_its_reader_sees(zone: str, moment: datetime, at: time) -> None:
    day = moment.date()
    seen = wall(instant(day, at, zone), zone)

    skipped = datetime.combine(day, at, tzinfo=ZoneInfo(zone)).utcoffset() != seen.utcoffset()
    assert skipped or (seen.date(), seen.time()) == (day, at)


@given(st.sampled_from(ZONES), moments, st.integers(min_value=0, max_value=48))
def test_nothing_is_moved_into_quiet_hours_or_behind_its_latest(zone: str, due: datetime, hours: int) -> None:
    latest = due + timedelta(hours=hours)

    moved = out_of_quiet(due, zone, begins=QUIET_FROM, ends=QUIET_UNTIL, latest=latest)

    assert moved <= latest
    quiet = is_quiet(wall(moved, zone).time(), begins=QUIET_FROM, ends=QUIET_UNTIL)
    assert not quiet or wall(moved, zone).time() == QUIET_FROM or moved == due


@pytest.mark.parametrize(
    ("at", "ends", "expected"),
    [
        ("2026-10-25T00:10", time(3, 30), "2026-10-25T00:30"),
        ("2026-10-25T01:10", time(3, 30), "2026-10-25T01:30"),
        ("2026-03-29T00:10", time(3, 30), "2026-03-29T01:30"),
    ],
    ids=["the first time the clocks show it", "the second time", "where they skip it, as much later"],
)
def test_quiet_hours_end_when_the_clocks_show_it(at: str, ends: time, expected: str) -> None:
    """In Sofia they go back from 4 to 3, and forward from 3 to 4."""
    due, wanted = (datetime.fromisoformat(one).replace(tzinfo=UTC) for one in (at, expected))

    moved = out_of_quiet(due, SOFIA, begins=time(22), ends=ends, latest=due + timedelta(hours=9))

    assert moved == wanted


@given(st.sampled_from(ZONES), moments, st.times(timezones=st.none()), st.times(timezones=st.none()))
def test_what_waits_for_the_end_of_quiet_hours_never_comes_earlier(
    zone: str, due: datetime, begins: time, ends: time
) -> None:
    moved = out_of_quiet(due, zone, begins=begins, ends=ends, latest=due + timedelta(days=3))

    assert due <= moved <= due + timedelta(hours=26)


@given(st.sampled_from(ZONES), moments, st.integers(min_value=0, max_value=6))
def test_a_weekly_time_comes_within_eight_days_on_its_weekday(zone: str, now: datetime, weekday: int) -> None:
    due = next_weekly(now, weekday=weekday, at=time(9), zone=zone)

    assert now < due <= now + timedelta(days=8)
    assert wall(due, zone).weekday() == weekday


@pytest.mark.parametrize(
    ("day", "at", "zone", "certain"),
    [
        (date(2026, 3, 29), time(3, 30), SOFIA, False),
        (date(2026, 10, 25), time(3, 30), SOFIA, False),
        (date(2026, 10, 25), time(4), SOFIA, True),
        (date(2026, 3, 29), time(3, 30), "UTC", True),
        (date(2026, 4, 5), time(1, 45), "Australia/Lord_Howe", False),
        (date(2026, 3, 29), time(0, 30), "Asia/Beirut", False),
    ],
)
def test_a_wall_time_is_certain_unless_clocks_skip_or_repeat_it(
    day: date, at: time, zone: str, *, certain: bool
) -> None:
    assert is_certain(day, at, ZoneInfo(zone)) is certain


def test_of_the_other_zones_each_other_wall_time_is_named_once() -> None:
    at = datetime(2026, 11, 27, 16, tzinfo=UTC)
    present = ["Asia/Dubai", SOFIA, "Europe/Athens", "Europe/Vienna", "Europe/Berlin", "America/New_York"]

    assert elsewhere(at, SOFIA, present) == ("America/New_York", "Europe/Berlin", "Asia/Dubai")
    assert elsewhere(at, SOFIA, [SOFIA, "Europe/Athens"]) == ()
