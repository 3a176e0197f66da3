"""The manager's digest, and what comes of its buttons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.digests import NO_DOCUMENTS, Alarm, ProgrammeTotal
from mentoring.ids import GroupId
from mentoring.notices import Notice
from mentoring.notices.interviews import TalkAlarm
from mentoring.readiness import Count

#: The card of the digest that comes by itself.
WEEKLY = "digest"


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestLine:
    """One group. `missing` names who owes a diary; `mentors` whose turn it is while something waits.

    `unplanned` is what it means that no session is ahead, and `asked_at` when its mentors were asked about it.
    """

    group_id: GroupId
    name: str
    alarm: Alarm
    held: int
    planned: int
    last_held: datetime | None
    next_at: datetime | None
    missing: tuple[str, ...]
    waiting: int
    waiting_since: datetime | None
    with_mentees: int
    mentees_since: datetime | None
    mentors: tuple[str, ...]
    unreachable: tuple[str, ...]
    programme: str = ""
    documents: Count = NO_DOCUMENTS
    unplanned: Alarm = Alarm.GREEN
    asked_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Digest(Notice):
    """Worst first; `quiet` groups need nothing, `more` are not shown. `asked` when it was opened, not sent.

    Of `concerns` only how many nobody has taken care of yet. `programmes` where there are several. `finished` are
    groups of the last weeks. `unmonitored` are groups that the middle of their programme has passed without a session
    for it, the first of them in the programme `watches`.
    """

    at: datetime
    groups: int
    held: int
    planned: int
    diaries_in: int
    diaries_missing: int
    waiting: int
    uncertain: int
    lines: tuple[DigestLine, ...]
    quiet: int
    more: int
    asked: bool
    completed: int = 0
    concerns: int = 0
    talks: tuple[TalkAlarm, ...] = ()
    programmes: tuple[ProgrammeTotal, ...] = ()
    finished: tuple[str, ...] = ()
    unmonitored: tuple[str, ...] = ()
    watches: int = 0

    def card(self) -> str:
        return "home" if self.asked else WEEKLY


@dataclass(frozen=True, kw_only=True, slots=True)
class Nudged(Notice):
    """Over the pressed button: how many people have been asked today."""

    people: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewNudge(Notice):
    """To a mentor, from the manager: this waits."""

    manager: str
    group: str
    waiting: int
    since: datetime
