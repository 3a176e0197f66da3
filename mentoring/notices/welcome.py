"""What newcomers are told when they are in, and the word of welcome in their group's chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from mentoring.notices import Notice
from mentoring.people import Language, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Round(Notice):
    """Three things to know, on one card; `away` once it was put away."""

    role: Role
    away: bool = False

    def card(self) -> str:
        return "round"


@dataclass(frozen=True, kw_only=True, slots=True)
class CatchUp(Notice):
    """To somebody who comes late. `held` counts the sessions so far, the days of the latest stand in `past`.

    `expected_by` is their own day for what the other mentees have handed in already; mentors have none.
    """

    group_id: int
    group_name: str
    mentors: tuple[str, ...]
    held: int
    past: tuple[datetime, ...]
    next_at: datetime | None
    expected_by: date | None

    def card(self) -> str:
        return f"catch_up:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupWelcome(Notice):
    """In the group's chat. `since` is the happening of whoever came first among those who came together."""

    broadcast: ClassVar[bool] = True

    group_id: int
    since: int
    group_name: str
    new_mentors: tuple[str, ...]
    new_mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    languages: tuple[Language, ...]

    def card(self) -> str:
        return f"welcome:{self.group_id}:{self.since}"
