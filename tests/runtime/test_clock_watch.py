"""The wall clock is compared with one that nobody can set: after a jump nothing is sent for a minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import SystemClock
from bot.clock_watch import ClockWatch
from simulator.clock import Clock

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock(stands_at=NOON)


@pytest.fixture
def watch(clock: Clock) -> ClockWatch:
    watch = ClockWatch(clock)
    assert watch.look() is None
    return watch


@pytest.mark.parametrize("minutes", [1, 60, 100_000])
def test_time_that_passes_is_no_jump(clock: Clock, watch: ClockWatch, minutes: int) -> None:
    clock.advance(timedelta(minutes=minutes))

    assert watch.look() is None
    assert not watch.holds


@pytest.mark.parametrize("minutes", [-5, -1, 1, 5])
def test_a_clock_that_is_put_right_by_a_little_holds_up_nobody(clock: Clock, watch: ClockWatch, minutes: int) -> None:
    clock.sets(timedelta(minutes=minutes))

    assert watch.look() is None
    assert not watch.holds


@pytest.mark.parametrize("minutes", [-600, -6, 6, 600])
def test_a_jump_is_seen_once_and_holds_for_a_minute(clock: Clock, watch: ClockWatch, minutes: int) -> None:
    clock.advance(timedelta(hours=1))
    clock.sets(timedelta(minutes=minutes))
    assert watch.look() == timedelta(minutes=minutes)

    held = []
    for seconds in (0, 59, 1):
        clock.advance(timedelta(seconds=seconds))
        assert watch.look() is None
        held.append(watch.holds)

    assert held == [True, True, False]


def test_while_it_is_held_another_jump_begins_another_minute(clock: Clock, watch: ClockWatch) -> None:
    clock.sets(timedelta(hours=3))
    watch.look()
    clock.advance(timedelta(seconds=50))
    clock.sets(timedelta(hours=-3))

    assert watch.look() == timedelta(hours=-3)
    clock.advance(timedelta(seconds=50))
    assert watch.holds


def test_the_systems_clock_goes_on() -> None:
    clock = SystemClock()
    watch, before = ClockWatch(clock), clock.elapsed()

    assert watch.look() is None
    assert watch.look() is None
    assert clock.elapsed() >= before
