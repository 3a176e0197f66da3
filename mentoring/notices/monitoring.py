"""The mid-term monitoring as managers see it: their plan of it, its sessions, how each group has been doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mentoring.group_courses import GroupCourse, Noticed
from mentoring.ids import GroupId
from mentoring.monitoring_plans import Part
from mentoring.monitoring_sheets import MonitoringSheet
from mentoring.notices import Notice
from mentoring.notices.joining import Question


@dataclass(frozen=True, kw_only=True, slots=True)
class MonitoringCard(Question):
    """`changed` when it answers a change. `filed`: as it is, it stands in the toolbars; `was_filed`: an earlier one."""

    programme_id: int
    programme: str
    sheet: MonitoringSheet
    changed: bool = False
    filed: bool = False
    was_filed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupToWatch:
    group_id: GroupId
    name: str
    covered: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AskMonitoring(Question):
    """One part of the plan; `groups` are all that are running. `misread` when typed words were no answer."""

    programme_id: int
    part: Part
    sheet: MonitoringSheet
    groups: tuple[GroupToWatch, ...] = ()
    misread: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class MonitoringSessions(Question):
    programme_id: int
    programme: str
    sheet: MonitoringSheet


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupCourseCard(Question):
    """What a manager takes along into a group's monitoring session."""

    programme_id: int
    course: GroupCourse
    noticed: tuple[Noticed, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MonitoringNear(Notice):
    """To managers, once, some days before the `middle`: so many of the `groups` have no session for it."""

    must_arrive: ClassVar[bool] = True

    programme_id: int
    programme: str
    middle: date
    missing: int
    groups: int

    def card(self) -> str:
        return f"monitoring:{self.programme_id}"
