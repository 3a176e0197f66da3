"""What a group's board asks for next: of each role as a whole, never of a person by name."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.sessions import SessionState, can_change, can_mark, is_over

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from mentoring.sessions import Session

#: So long after a session the board asks for diaries.
DIARIES_ASKED = timedelta(days=7)

_AHEAD = frozenset({SessionState.PLANNED, SessionState.RUNNING})
_TAKES_PLACE = frozenset({SessionState.PLANNED, SessionState.HELD})


class BoardStep(StrEnum):
    """In the order in which the board shows them."""

    JOIN = "join"
    SAY_COMING = "say_coming"
    WRITE_DIARY = "write_diary"
    SEND = "send"
    PLAN = "plan"
    MARK = "mark"
    READ = "read"


def next_session(sessions: Sequence[Session], now: datetime) -> Session | None:
    """`sessions` in the order of time; one that goes on at the moment still is the next."""
    ahead = (one for one in sessions if one.state in _AHEAD and not is_over(one, now))
    return next(ahead, None)


def steps(sessions: Sequence[Session], *, awaited: int, now: datetime) -> tuple[BoardStep, ...]:
    ahead = next_session(sessions, now)
    ended = [one for one in sessions if one.state in _TAKES_PLACE and is_over(one, now)]
    return (
        *((BoardStep.JOIN,) if awaited else ()),
        *_of_mentees(ahead, ended, now),
        *_of_mentors(ahead, ended, now),
    )


def _of_mentees(ahead: Session | None, ended: Sequence[Session], now: datetime) -> Iterator[BoardStep]:
    if ahead is not None and can_change(ahead, now):
        yield BoardStep.SAY_COMING
    yield BoardStep.WRITE_DIARY if ended else BoardStep.SEND


def _of_mentors(ahead: Session | None, ended: Sequence[Session], now: datetime) -> Iterator[BoardStep]:
    if any(can_mark(one, now) for one in ended):
        yield BoardStep.MARK
    yield BoardStep.PLAN if ahead is None else BoardStep.READ
