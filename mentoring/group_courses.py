"""How a group has been doing so far, in numbers, and what of it a manager should ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.digests import NO_DOCUMENTS, NO_SESSION_ALERT
from mentoring.ids import GroupId
from mentoring.readiness import Count
from mentoring.submissions import VERSIONS, MoveKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Fewer than so many of a hundred came: somebody should ask why.
LOW_ATTENDANCE = 70
_HUNDRED = 100
#: The mentor's word on what was handed in.
_REPLIES = frozenset(
    {
        *(MoveKind.ACCEPT, MoveKind.RETURN, MoveKind.NOT_READABLE, MoveKind.WRONG_PAGE),
        *(MoveKind.NO_SIGNATURE, MoveKind.ASK),
    }
)
#: All that reply times are told by.
OF_REPLIES = VERSIONS | _REPLIES | {MoveKind.ANSWER}


class Risk(StrEnum):
    NO_SESSION = "no_session"
    DOCUMENTS = "documents"
    ATTENDANCE = "attendance"
    REPLIES = "replies"
    RED = "red"


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupCourse:
    """`invited` counts the mentees of all sessions that were held, `attended` those of them who were there.

    `documents` are the mandatory ones, `goals` the papers that goals are written down in. `reply` is how long half of
    all that was handed in waited at most. `red` and `amber` are how talks with its people went.
    """

    group_id: GroupId
    name: str
    held: int = 0
    last_held: datetime | None = None
    next_at: datetime | None = None
    created_at: datetime
    invited: int = 0
    attended: int = 0
    documents: Count = NO_DOCUMENTS
    goals: Count = NO_DOCUMENTS
    replies: int = 0
    reply: timedelta | None = None
    waiting: int = 0
    red: int = 0
    amber: int = 0

    @property
    def attendance(self) -> int | None:
        """Of a hundred; None before anybody could come."""
        return round(self.attended * _HUNDRED / self.invited) if self.invited else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Noticed:
    """A risk of one group. `count` is a number of documents, people of a hundred, days, or talks."""

    group: str
    risk: Risk
    count: int = 0


def noticed(course: GroupCourse, now: datetime, *, review_due: timedelta) -> tuple[Noticed, ...]:
    return tuple(Noticed(group=course.name, risk=risk, count=count) for risk, count in _risks(course, now, review_due))


def _risks(course: GroupCourse, now: datetime, review_due: timedelta) -> Iterator[tuple[Risk, int]]:
    last = course.last_held or course.created_at
    if course.next_at is None and now - last > NO_SESSION_ALERT:
        yield Risk.NO_SESSION, (now - last).days
    if course.documents.overdue:
        yield Risk.DOCUMENTS, course.documents.overdue
    if course.attendance is not None and course.attendance < LOW_ATTENDANCE:
        yield Risk.ATTENDANCE, course.attendance
    if course.reply is not None and course.reply > review_due:
        yield Risk.REPLIES, course.reply.days
    if course.red:
        yield Risk.RED, course.red


def for_all_leaders(found: Iterable[Noticed]) -> tuple[Noticed, ...]:
    """What a mentor may read, too: how talks went stays with the managers."""
    return tuple(one for one in found if one.risk is not Risk.RED)


def waits(moves: Iterable[tuple[MoveKind, datetime]]) -> Iterator[timedelta]:
    """Of one submission, in their order: how long each of its turns waited for the mentor."""
    since: datetime | None = None
    for kind, at in moves:
        if kind in _REPLIES and since is not None:
            yield at - since
            since = None
        elif kind not in _REPLIES:
            since = at


def usual(waited: Sequence[timedelta]) -> timedelta | None:
    return sorted(waited)[(len(waited) - 1) // 2] if waited else None
