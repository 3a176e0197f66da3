"""Buttons of the mid-term monitoring: the plan of it, its sessions, how groups have been doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import GroupId
from mentoring.monitoring_plans import Part
from mentoring.papers import PaperLanguage


@dataclass(frozen=True, kw_only=True, slots=True)
class MonitoringButton(Button):
    prefix: ClassVar[str] = "qb"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MonitoringPartButton(Button):
    """To changing this part."""

    prefix: ClassVar[str] = "qe"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    part: Part


@dataclass(frozen=True, kw_only=True, slots=True)
class AsSuggestedButton(Button):
    prefix: ClassVar[str] = "qf"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    part: Part


@dataclass(frozen=True, kw_only=True, slots=True)
class MonitoringTickButton(Button):
    """On or off; `key` as `Tick` reads it."""

    prefix: ClassVar[str] = "qh"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    part: Part
    key: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeMonitoringPlanButton(Button):
    """As a Word file; with `files` into the toolbars, too."""

    prefix: ClassVar[str] = "qi"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    language: PaperLanguage
    files: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MonitoringSessionsButton(Button):
    prefix: ClassVar[str] = "qj"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanMonitoringButton(Button):
    prefix: ClassVar[str] = "qk"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupCourseButton(Button):
    prefix: ClassVar[str] = "ql"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: GroupId
