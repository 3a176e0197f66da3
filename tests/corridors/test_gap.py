"""Numbers left out are updates lost, unless a quiet week made the numbers meaningless."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.gap import find_gap
from storage.inbox import Head

SEEN = datetime(2026, 11, 23, 9, tzinfo=UTC)
HEAD = Head(update_id=10, seen_at=SEEN, polled_at=SEEN)


@pytest.mark.parametrize(
    ("ids", "after", "head", "lost"),
    [
        ([11, 12], timedelta(hours=1), 12, 0),
        ([15, 17], timedelta(days=2), 17, 5),
        ([9, 10], timedelta(minutes=1), 10, 0),
        ([9, 10, 11, 13], timedelta(minutes=1), 13, 1),
        ([500], timedelta(days=7), 500, 0),
        ([3], timedelta(days=8), 3, 0),
    ],
    ids=["next", "some left out", "brought again", "again and then left out", "after a quiet week", "lower after it"],
)
def test_the_gap_is_what_was_left_out(ids: list[int], after: timedelta, head: int, lost: int) -> None:
    step = find_gap(HEAD, ids, SEEN + after)

    assert step.head == head
    assert (step.gap.lost if step.gap else 0) == lost


def test_the_first_update_ever_follows_no_other() -> None:
    assert find_gap(None, [727_000_001], SEEN).gap is None


@pytest.mark.parametrize(
    ("numbers", "lost"),
    [
        ([None, 12], 0),
        ([None, 13], 1),
        ([11, None, 13, None], 0),
        ([10, None, 12], 0),
        ([None, 10, 12], 1),
    ],
    ids=["instead of 11", "one of two", "between and behind", "after what is known", "before what is known"],
)
def test_what_came_without_its_number_is_not_lost(numbers: list[int | None], lost: int) -> None:
    gap = find_gap(HEAD, numbers, SEEN).gap

    assert (gap.lost if gap else 0) == lost
