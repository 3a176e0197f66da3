"""Notices updates that are gone: Telegram numbers them one after another, so a number left out was lost.

They expire after a day (button presses after 150 s), or another process took them. After a week without any update the
next number is random, and says nothing. See https://core.telegram.org/bots/api#update.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.inbox import Head

_NUMBERS_HOLD = timedelta(days=7)


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """`since` is when we last had an answer from Telegram."""

    lost: int
    since: datetime
    until: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """The number to remember, and what was found missing before it."""

    head: int
    gap: Gap | None


def find_gap(head: Head | None, numbers: Sequence[int | None], now: datetime) -> Step:
    """`numbers` as Telegram brought them; None is an update that came without its number, and is kept all the same."""
    ids = {number for number in numbers if number is not None}
    newest = max(ids)
    if head is None or now - head.seen_at >= _NUMBERS_HOLD:
        return Step(head=newest, gap=None)
    came = sum(number > head.update_id for number in ids) + _new_without_number(numbers, head)
    lost = newest - head.update_id - came
    gap = Gap(lost=lost, since=head.polled_at, until=now) if lost > 0 else None
    return Step(head=max(newest, head.update_id), gap=gap)


def _new_without_number(numbers: Sequence[int | None], head: Head) -> int:
    """Those between the last known update and the newest: what stands behind the newest comes once more, in front."""
    numbered = [place for place, number in enumerate(numbers) if number is not None]
    known = [place for place, number in enumerate(numbers) if number is not None and number <= head.update_id]
    return numbers[max(known, default=-1) + 1 : max(numbered)].count(None)
