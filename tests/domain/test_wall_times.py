"""Hours at which nobody meets."""

from __future__ import annotations

from datetime import time

from mentoring.wall_times import is_night


def test_the_hours_in_which_clocks_change_are_night() -> None:
    assert [hour for hour in range(24) if is_night(time(hour))] == [2, 3]
