"""Times of day as people type them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.wall_times import is_night, time_said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:30", time(18, 30)),
        ("18.30", time(18, 30)),
        ("18:30 ч.", time(18, 30)),
        ("18 ч.", time(18)),
        ("18ч", time(18)),
        ("18 часа", time(18)),
        ("в 18 часа", time(18)),
        ("6:30 pm", time(18, 30)),
        ("6:30 p.m.", time(18, 30)),
        ("6 PM", time(18)),
        ("at 09:05", time(9, 5)),
        ("18 и половина", time(18, 30)),
        ("шест и половина вечерта", time(18, 30)),
        ("12 am", time(0)),
        ("12:15 pm", time(12, 15)),
        (" 07:00! ", time(7)),
    ],
)
def test_usual_ways_are_understood(text: str, expected: time) -> None:
    assert time_said(text) == expected


@pytest.mark.parametrize(
    "text", ["6", "18", "6:30", "6 часа", "24:00", "18:60", "13 pm", "0 am", "18:3", "утре", "", "18:30:00"]
)
def test_what_could_mean_something_else_is_not(text: str) -> None:
    assert time_said(text) is None


@given(st.times(timezones=st.none()))
def test_what_is_read_back_is_understood(at: time) -> None:
    assert time_said(at.strftime("%H:%M")) == at.replace(second=0, microsecond=0)


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    said = time_said(text)

    assert said is None or isinstance(said, time)


def test_the_hours_in_which_clocks_change_are_night() -> None:
    assert [hour for hour in range(24) if is_night(time(hour))] == [2, 3]
