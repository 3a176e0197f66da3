"""Agreeing on a date: whoever leads proposes some, everybody says which they can, and one is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.ids import DatePollId, GroupId, PersonId, ProposedDateId

#: More than these nobody reads through on a phone.
MOST_DATES = 4


class PollState(StrEnum):
    """PASSED: all of its dates went by before anybody chose one."""

    OPEN = "open"
    DECIDED = "decided"
    DROPPED = "dropped"
    PASSED = "passed"


class Can(StrEnum):
    YES = "yes"
    IF_NEEDED = "if_needed"
    NO = "no"


@dataclass(frozen=True, kw_only=True, slots=True)
class DatePoll:
    """`plan` is what the session will be, as its draft was stored."""

    id: DatePollId
    group_id: GroupId
    state: PollState
    plan: str
    proposed_by: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedDate:
    """`wall_time` (ISO, local) in `zone` is what the mentor chose. Whoever is not in `votes` has not said anything."""

    id: ProposedDateId
    poll_id: DatePollId
    starts_at: datetime
    wall_time: str
    zone: str
    votes: Mapping[PersonId, Can]


def following(can: Can | None) -> Can:
    """What a press on a date makes of somebody's word."""
    return Can.NO if can is Can.YES else Can.YES
