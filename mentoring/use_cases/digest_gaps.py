"""What a manager's digest says of groups for which nothing is planned: their mentors are asked first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import session_gaps
from mentoring.use_cases import gap_cards

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.digests import GroupFacts
    from mentoring.ports import Record


def with_gaps(record: Record, groups: Sequence[GroupFacts], now: datetime) -> Sequence[GroupFacts]:
    return [one if one.next_at is not None else _with_gap(record, one, now) for one in groups]


def _with_gap(record: Record, facts: GroupFacts, now: datetime) -> GroupFacts:
    """As it is where the group rests, is through, or is being asked when it can meet."""
    group = record.groups.by_id(facts.group_id)
    gap = gap_cards.open_gap(record, group, now)
    if gap is None:
        return facts
    asked_at, is_reached = gap_cards.asked_at(record, gap), bool(gap_cards.reached(record, group))
    unplanned = session_gaps.alarm(gap, asked_at=asked_at, is_reached=is_reached, now=now)
    return replace(facts, unplanned=unplanned, asked_at=asked_at)
