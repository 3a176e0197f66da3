"""Who stands in for a mentor or a manager, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.ids import DeputyId, GroupId, PersonId, ProgrammeId
from mentoring.people import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Absence:
    """`absent_id` is away in `role`; `deputy_id` acts for them, None while nobody does. `ended_at` before its time.

    A mentor is away for a group, a manager for a programme.
    """

    id: DeputyId
    role: Role
    programme_id: ProgrammeId
    group_id: GroupId | None
    absent_id: PersonId
    deputy_id: PersonId | None
    begins_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None

    def covers(self, moment: datetime) -> bool:
        return self.ended_at is None and self.begins_at <= moment < self.ends_at
