"""A process that gets nowhere ends itself; one that only waits does not."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.watchdog import Watchdog

BLOCKED = """
import asyncio, threading
from bot.watchdog import Watchdog

async def run():
    with Watchdog(patience=0.01, look_again=0.01).watching():
        threading.Event().wait()

asyncio.run(run())
"""


class Stopwatch:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_a_process_whose_event_loop_is_blocked_ends_with_exit_code_1() -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", BLOCKED], cwd=root, capture_output=True, check=False, timeout=30)

    assert done.returncode == 1


@pytest.mark.parametrize(("rests", "passed", "overdue"), [(0, 120, False), (0, 121, True), (300, 420, False)])
def test_a_sign_of_life_is_expected_within_two_minutes_after_every_rest(
    rests: float, passed: float, *, overdue: bool
) -> None:
    watchdog = Watchdog(monotonic=(stopwatch := Stopwatch()))
    watchdog.alive(rests)
    stopwatch.seconds += passed

    assert watchdog.is_overdue() is overdue


def test_one_look_in_vain_is_forgiven_because_the_process_may_just_have_woken_up() -> None:
    instants, ended = iter([0.0, 200.0, 100.0, 200.0, 200.0, 7.0]), threading.Event()

    with Watchdog(look_again=0.0, end=ended.set, monotonic=instants.__next__).watching():
        assert ended.wait(5)

    assert next(instants) == 7.0
