"""The facts of a manager's weekly digest, and which group needs them most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.ids import GroupId
from mentoring.readiness import Count

#: What a digest looks back on.
WEEK = timedelta(days=7)
#: Diaries of sessions that are older than this are not asked after any more.
DIARIES_BACK = timedelta(days=14)
#: Longer without a session than this, in a programme with a monthly rhythm, is an alarm.
NO_SESSION_ALERT = timedelta(days=35)


NO_DOCUMENTS = Count(filed=0, total=0, overdue=0)


class Alarm(StrEnum):
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupFacts:
    """One group as a row of the digest. `last_held` is when its last session ended, `next_at` when one begins.

    `unplanned` is what it means that none does, and `asked_at` when its mentors were asked about it.
    """

    group_id: GroupId
    name: str
    held: int
    planned: int
    last_held: datetime | None
    next_at: datetime | None
    waiting: int
    waiting_since: datetime | None
    with_mentees: int
    mentees_since: datetime | None
    created_at: datetime
    documents: Count = NO_DOCUMENTS
    unplanned: Alarm = Alarm.GREEN
    asked_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MissingDiary:
    """One diary of one session, by the name of the mentee who owes it."""

    group_id: GroupId
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Unreachable:
    group_id: GroupId
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """Everything that one manager's digest says, each kind of it found by one query.

    Of groups that are running; `completed` counts mentees of all groups who reached the end.
    """

    groups: Sequence[GroupFacts]
    missing: Sequence[MissingDiary]
    unreachable: Sequence[Unreachable]
    diaries_in: int
    uncertain: int
    completed: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeTotal:
    """`waiting` of its groups need a look."""

    name: str
    groups: int
    waiting: int


def alarm(group: GroupFacts, missing: int, now: datetime, *, review_due: timedelta) -> Alarm:
    """Red is what has stood still for too long; yellow is what somebody is waited for, also a document that is late."""
    if group.unplanned is Alarm.RED:
        return Alarm.RED
    if group.waiting_since is not None and now - group.waiting_since > review_due:
        return Alarm.RED
    is_waited_for = missing or group.waiting or group.with_mentees or group.documents.overdue
    return Alarm.YELLOW if is_waited_for else group.unplanned


def urgency(group: GroupFacts, missing: int, now: datetime, *, review_due: timedelta) -> tuple[int, float, int]:
    """Sorts the worst first."""
    order = {Alarm.RED: 0, Alarm.YELLOW: 1, Alarm.GREEN: 2}[alarm(group, missing, now, review_due=review_due)]
    waited = (now - group.waiting_since).total_seconds() if group.waiting_since else 0.0
    return order, -waited, -missing
