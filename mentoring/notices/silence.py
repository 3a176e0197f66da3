"""About people who have not been heard of: a kind word to them, and the question to their manager."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.notices import Notice
from mentoring.people import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class SilenceNudge(Notice):
    """To the person: something waits for them in this group since then."""

    group_name: str
    role: Role
    since: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class SomebodySilent(Notice):
    """To the manager, who decides: nobody is removed by itself. `waiting_until` when they have chosen to wait."""

    membership_id: int
    person_id: int
    name: str
    group_name: str
    role: Role
    since: datetime
    waiting_until: datetime | None = None

    def card(self) -> str:
        return f"silent:{self.membership_id}"
