"""Buttons of a session plan that was sent as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import GroupId
from mentoring.plan_readings import PlanReadingId
from mentoring.plan_rows import Column


@dataclass(frozen=True, kw_only=True, slots=True)
class ShowSentPlan(Button):
    prefix: ClassVar[str] = "9s"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SentPlanOf(Button):
    """Whose plan it is."""

    prefix: ClassVar[str] = "9g"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class AskAboutPlan(Button):
    prefix: ClassVar[str] = "9q"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerAboutPlan(Button):
    """`code` stands for one of the options of that cell."""

    prefix: ClassVar[str] = "9a"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    line: int
    column: Column
    code: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LeaveRowOut(Button):
    prefix: ClassVar[str] = "9o"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    line: int
    column: Column


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmSentPlan(Button):
    prefix: ClassVar[str] = "9c"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId


@dataclass(frozen=True, kw_only=True, slots=True)
class DropSentPlan(Button):
    prefix: ClassVar[str] = "9d"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
