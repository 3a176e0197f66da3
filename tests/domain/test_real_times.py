"""How long a session was: as it was held, or as it was planned where nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from mentoring.real_times import began, ended

STARTS = datetime(2026, 11, 23, 16, tzinfo=UTC)
ENDS = STARTS + timedelta(hours=1)


@dataclass
class Times:
    starts_at: datetime = STARTS
    ends_at: datetime = ENDS
    began_at: datetime | None = None
    finished_at: datetime | None = None


def minutes(number: int) -> datetime:
    return STARTS + timedelta(minutes=number)


@pytest.mark.parametrize(
    ("of", "really"),
    [
        (Times(), (STARTS, ENDS)),
        (Times(finished_at=minutes(200)), (STARTS, ENDS)),
        (Times(began_at=minutes(5)), (minutes(5), ENDS)),
        (Times(began_at=minutes(-10), finished_at=minutes(45)), (minutes(-10), minutes(45))),
        (Times(began_at=minutes(5), finished_at=minutes(119)), (minutes(5), minutes(119))),
        (Times(began_at=minutes(5), finished_at=minutes(120)), (minutes(5), ENDS)),
        (Times(began_at=minutes(70), finished_at=minutes(190)), (minutes(70), minutes(190))),
    ],
    ids=["on paper", "said later", "goes on", "early", "longer", "ended by the bot", "begun after its end"],
)
def test_what_nobody_ended_counts_as_long_as_it_was_planned(of: Times, really: tuple[datetime, datetime]) -> None:
    assert (began(of), ended(of)) == really
