"""Nothing is planned for a group: its mentors are asked about it, and offered a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from mentoring.ids import GroupId, SessionId
from mentoring.notices import Notice


class GapState(StrEnum):
    """LATER is what the mentor answered; PLANNED closes the question, however it came about."""

    OPEN = "open"
    LATER = "later"
    PLANNED = "planned"


@dataclass(frozen=True, kw_only=True, slots=True)
class Offered:
    """The day on which to meet as at the last session, at `starts_at`."""

    session_id: SessionId
    day: date
    starts_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class NothingPlanned(Notice):
    """`last_on` is when they met last, None if never, `days` how long ago it was. `asked_by`: a manager asks.

    `again_on` is when a mentor who said “not now” is asked again, `starts_at` when they meet after all.
    """

    must_arrive: ClassVar[bool] = True

    group_id: GroupId
    group: str
    days: int
    last_on: datetime | None = None
    offered: Offered | None = None
    asked_by: str = ""
    state: GapState = GapState.OPEN
    again_on: datetime | None = None
    starts_at: datetime | None = None

    def card(self) -> str:
        return gap_of(self.group_id)


def gap_of(group_id: int) -> str:
    """The key of the question about this group."""
    return f"gap:{group_id}"
