"""News told together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.ids import SubmissionId
from mentoring.notices import Notice
from mentoring.notices.sessions import GroupChoice, SessionSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class ToReview:
    """A submission that waits for the reader."""

    submission_id: SubmissionId
    number: int
    mentee: str
    group: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundle(Notice):
    """`sessions` are new or cancelled, `diaries` the sessions whose diary the reader owes; `at` is the hour.

    `gaps` are groups for which nothing is planned.
    """

    must_arrive: ClassVar[bool] = True

    at: datetime
    reviews: tuple[ToReview, ...]
    sessions: tuple[SessionSeen, ...]
    diaries: tuple[SessionSeen, ...]
    gaps: tuple[GroupChoice, ...] = ()

    def card(self) -> str:
        """One for each hour, so that its buttons open beside it."""
        return f"bundle:{self.at:%Y%m%d%H}"
