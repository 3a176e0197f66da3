"""How long a session lasts, as people type it: right, or asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mentoring.said_lengths import length_said

SIX = datetime(2026, 11, 26, 18, tzinfo=UTC)

SAID = {
    "90": 90,
    "45": 45,
    "120": 120,
    "90 min": 90,
    "90 минути": 90,
    "75мин.": 75,
    "1 h": 60,
    "1h30": 90,
    "1 h 30 min": 90,
    "2 hours": 120,
    "two hours": 120,
    "1.5 h": 90,
    "1,5 часа": 90,
    "1½ h": 90,
    "1:30": 90,
    "1:30 ч.": 90,
    "an hour": 60,
    "one hour and a half": 90,
    "1 and a half hours": 90,
    "half an hour": 30,
    "един час": 60,
    "два часа": 120,
    "час и половина": 90,
    "1 час и 15 минути": 75,
    "2 часа и половина": 150,
    "половин час": 30,
    "until 19:30": 90,
    "till 20": 120,
    "до 19:15": 75,
    "до 20 ч.": 120,
    "– 19.30": 90,
    "19:30": 90,
    "20.00": 120,
}
IN_DOUBT = [
    "",
    "2",
    "7",
    "20",
    "long",
    "дълго",
    "until 17:00",
    "18:00",
    "5 min",
    "13 h",
    "25:00",
    "1:75",
    "до 7",
    "-90",
]


@pytest.mark.parametrize("text", SAID)
def test_a_length_that_is_said_is_understood(text: str) -> None:
    assert length_said(text, SIX) == timedelta(minutes=SAID[text])


@pytest.mark.parametrize("text", IN_DOUBT)
def test_what_could_be_anything_is_asked_again(text: str) -> None:
    assert length_said(text, SIX) is None


def test_what_is_a_length_and_a_time_is_asked_again() -> None:
    assert length_said("1:30", datetime(2026, 11, 26, 0, 15, tzinfo=UTC)) is None
