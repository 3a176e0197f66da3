"""What monitoring needs of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, timedelta

    from mentoring.ids import GroupId, ProgrammeId
    from mentoring.kit import Code
    from mentoring.monitoring_plans import MonitoringPlan
    from mentoring.readiness import Count
    from mentoring.sessions import Session


class Monitoring(Protocol):
    """A manager's plan of it, and how groups are doing."""

    def plan(self, programme_id: ProgrammeId) -> MonitoringPlan:
        """An empty one where nobody has said anything."""

    def save(self, plan: MonitoringPlan) -> None:
        """The last word counts. Raises ValueError for one that nobody has changed."""

    def sessions(self, group_ids: Sequence[GroupId]) -> Sequence[Session]:
        """Of monitoring, planned or held, in the order of time."""

    def documents(
        self, group_ids: Sequence[GroupId], codes: Collection[Code], today: date
    ) -> Mapping[GroupId, Count]: ...

    def waits(self, group_ids: Sequence[GroupId]) -> Mapping[GroupId, Sequence[timedelta]]:
        """How long each turn of what was handed in waited for a mentor."""

    def waiting(self, group_ids: Sequence[GroupId]) -> Mapping[GroupId, int]:
        """How much waits for a mentor now."""
