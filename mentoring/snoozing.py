"""A person's own quiet for a while: what can wait waits, what must arrive comes without a sound."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.notices import Placement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring.notices import Delivery, Notice


class Length(StrEnum):
    DAY = "day"
    THREE_DAYS = "three_days"
    WEEK = "week"


LENGTHS: Mapping[Length, timedelta] = {
    Length.DAY: timedelta(days=1),
    Length.THREE_DAYS: timedelta(days=3),
    Length.WEEK: timedelta(days=7),
}


def is_snoozing(until: datetime | None, now: datetime) -> bool:
    return until is not None and now < until


def in_peace(delivery: Delivery, notice: Notice, until: datetime) -> Delivery:
    """What would be stale by then comes at once, without a sound; so does what only changes a card where it stands."""
    stale = delivery.expires_at is not None and delivery.expires_at <= until
    if notice.must_arrive or stale or delivery.placement is not Placement.BOTTOM:
        return replace(delivery, silent=True)
    return replace(delivery, not_before=max(until, delivery.not_before or until))
