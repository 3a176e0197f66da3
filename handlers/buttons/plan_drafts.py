"""Buttons of a plan that the bot proposes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.drafted_plans import DraftStep
from mentoring.ids import GroupId
from mentoring.plan_readings import PlanReadingId
from mentoring.rhythm import Often
from mentoring.sessions import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposePlan(Button):
    """Asks which group, where there are several."""

    prefix: ClassVar[str] = "2p"
    act: ClassVar[Act] = Act.PLAN_SESSION


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposePlanFor(Button):
    prefix: ClassVar[str] = "2g"
    act: ClassVar[Act] = Act.PLAN_SESSION

    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class GoToDraftStep(Button):
    """`page` of the topics; `row` the key of the row that is to be changed, 0 where that is none, or the same."""

    prefix: ClassVar[str] = "2s"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    step: DraftStep
    page: int
    row: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TickWeekday(Button):
    """From Monday = 0."""

    prefix: ClassVar[str] = "2w"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    weekday: int
    on: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PickUsualTime(Button):
    prefix: ClassVar[str] = "2t"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickOften(Button):
    prefix: ClassVar[str] = "2o"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    often: Often


@dataclass(frozen=True, kw_only=True, slots=True)
class PickUsualPlace(Button):
    prefix: ClassVar[str] = "2l"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    place: Place


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetAsLast(Button):
    """Where the last session was."""

    prefix: ClassVar[str] = "2a"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId


@dataclass(frozen=True, kw_only=True, slots=True)
class TickTopic(Button):
    prefix: ClassVar[str] = "2k"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    topic: int
    on: bool
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ClearGoals(Button):
    prefix: ClassVar[str] = "2c"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId


@dataclass(frozen=True, kw_only=True, slots=True)
class TurnRowPage(Button):
    """To the calendar's page of this day's month."""

    prefix: ClassVar[str] = "2m"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    row: int
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PickRowDay(Button):
    prefix: ClassVar[str] = "2d"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    row: int
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PickRowTime(Button):
    prefix: ClassVar[str] = "2h"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    row: int
    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickRowMoment(Button):
    """One of several that typed words may mean."""

    prefix: ClassVar[str] = "2q"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    row: int
    day: date
    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickRowTopic(Button):
    prefix: ClassVar[str] = "2r"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    row: int
    topic: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LeaveDraftRowOut(Button):
    prefix: ClassVar[str] = "2x"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
    row: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeDraft(Button):
    prefix: ClassVar[str] = "2y"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId


@dataclass(frozen=True, kw_only=True, slots=True)
class DropDraft(Button):
    prefix: ClassVar[str] = "2n"
    act: ClassVar[Act] = Act.PLAN_SESSION

    reading_id: PlanReadingId
