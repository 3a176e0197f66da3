"""The plan for the mid-term monitoring as it is shown and printed: what was said of it, else what is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.group_courses import Noticed
from mentoring.ids import GroupId
from mentoring.monitoring_plans import Check, Method


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupWatched:
    """`starts_at` is when its mid-term monitoring session begins, or began."""

    group_id: GroupId
    name: str
    starts_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MonitoringSheet:
    """`purpose` and `risks` are None where nobody has put them into words. `noticed` is what the record knows."""

    groups: tuple[GroupWatched, ...]
    purpose: str | None
    checked: tuple[Check, ...]
    methods: tuple[Method, ...]
    who: str
    day: date | None
    questions: str
    risks: str | None
    noticed: tuple[Noticed, ...]
    report: date | None

    @property
    def without_session(self) -> tuple[GroupWatched, ...]:
        return tuple(one for one in self.groups if one.starts_at is None)
