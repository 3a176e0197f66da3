"""Several times for one session: proposed, answered, decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.date_polls import Can, PollState
from mentoring.ids import DatePollId, ProposedDateId
from mentoring.notices import Notice
from mentoring.people import Language
from mentoring.sessions import SessionKind


@dataclass(frozen=True, kw_only=True, slots=True)
class DateSeen:
    """`mine` is the reader's own word; `can` are the names of those who can, for whoever leads.

    `zones`: the others that people live in, for the group's chat.
    """

    date_id: ProposedDateId
    starts_at: datetime
    count: int
    mine: Can | None = None
    can: tuple[str, ...] = ()
    cannot: tuple[str, ...] = ()
    passed: bool = False
    zones: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PollCard(Notice):
    """`leads`: the reader chooses one of the dates; anybody else says which they can."""

    must_arrive: ClassVar[bool] = True

    poll_id: DatePollId
    group: str
    kind: SessionKind
    by: str
    state: PollState
    dates: tuple[DateSeen, ...]
    leads: bool
    asked: int
    group_id: int = 0

    def card(self) -> str:
        return f"poll:{self.poll_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class PollPost(Notice):
    """In the group's chat: everybody has been asked, and answers in private."""

    poll_id: DatePollId
    group: str
    by: str
    state: PollState
    dates: tuple[DateSeen, ...]
    asked: int
    languages: tuple[Language, ...]

    def card(self) -> str:
        return f"poll:{self.poll_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class VoteNoted(Notice):
    """Over the pressed button."""

    can: Can
