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


def find_gap(head: Head | None, ids: Sequence[int], now: datetime) -> Step:
    """`ids` ascend, each once."""
    newest = ids[-1]
    if head is None or now - head.seen_at >= _NUMBERS_HOLD:
        return Step(head=newest, gap=None)
    lost = newest - head.update_id - sum(number > head.update_id for number in ids)
    gap = Gap(lost=lost, since=head.polled_at, until=now) if lost > 0 else None
    return Step(head=max(newest, head.update_id), gap=gap)
