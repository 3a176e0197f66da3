"""Buttons on sessions and around them, and on the manager's digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import GroupId, SessionId
from mentoring.sessions import Coming, Place, SessionKind, Stage

#: Instead of minutes of the day.
NO_TIME = -1


@dataclass(frozen=True, kw_only=True, slots=True)
class MySessions(Button):
    prefix: ClassVar[str] = "ms"
    act: ClassVar[Act] = Act.OPEN_SESSIONS


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSession(Button):
    prefix: ClassVar[str] = "mo"
    act: ClassVar[Act] = Act.OPEN_SESSIONS

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanSession(Button):
    """Asks which group, where there are several."""

    prefix: ClassVar[str] = "mp"
    act: ClassVar[Act] = Act.PLAN_SESSION


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanFor(Button):
    prefix: ClassVar[str] = "mg"
    act: ClassVar[Act] = Act.PLAN_SESSION

    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class PickKind(Button):
    prefix: ClassVar[str] = "mk"
    act: ClassVar[Act] = Act.PLAN_SESSION

    kind: SessionKind


@dataclass(frozen=True, kw_only=True, slots=True)
class PickStage(Button):
    prefix: ClassVar[str] = "mh"
    act: ClassVar[Act] = Act.PLAN_SESSION

    stage: Stage


@dataclass(frozen=True, kw_only=True, slots=True)
class TurnPage(Button):
    """To the calendar's page of this day's month."""

    prefix: ClassVar[str] = "mm"
    act: ClassVar[Act] = Act.PLAN_SESSION

    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PickDay(Button):
    prefix: ClassVar[str] = "md"
    act: ClassVar[Act] = Act.PLAN_SESSION

    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherDay(Button):
    prefix: ClassVar[str] = "mn"
    act: ClassVar[Act] = Act.PLAN_SESSION


@dataclass(frozen=True, kw_only=True, slots=True)
class PickHour(Button):
    prefix: ClassVar[str] = "mt"
    act: ClassVar[Act] = Act.PLAN_SESSION

    hour: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickReading(Button):
    """One of several that a typed day or time may mean. No `minutes` of the day: only the day was said."""

    prefix: ClassVar[str] = "mq"
    act: ClassVar[Act] = Act.PLAN_SESSION

    day: date
    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickTime(Button):
    """One of several that a typed time may mean."""

    prefix: ClassVar[str] = "mi"
    act: ClassVar[Act] = Act.PLAN_SESSION

    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickPlace(Button):
    prefix: ClassVar[str] = "mw"
    act: ClassVar[Act] = Act.PLAN_SESSION

    place: Place


@dataclass(frozen=True, kw_only=True, slots=True)
class NoAddress(Button):
    prefix: ClassVar[str] = "mx"
    act: ClassVar[Act] = Act.PLAN_SESSION


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmPlan(Button):
    prefix: ClassVar[str] = "mc"
    act: ClassVar[Act] = Act.PLAN_SESSION


@dataclass(frozen=True, kw_only=True, slots=True)
class SayComing(Button):
    """`moves` tells an answer to an earlier date from one to this."""

    prefix: ClassVar[str] = "mr"
    act: ClassVar[Act] = Act.SAY_COMING

    session_id: SessionId
    moves: int
    coming: Coming


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveSession(Button):
    prefix: ClassVar[str] = "mv"
    act: ClassVar[Act] = Act.PLAN_SESSION

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class CancelSession(Button):
    """`sure` after the question."""

    prefix: ClassVar[str] = "mz"
    act: ClassVar[Act] = Act.PLAN_SESSION

    session_id: SessionId
    sure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkHeld(Button):
    prefix: ClassVar[str] = "ma"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId
    held: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Status(Button):
    """To the manager's digest as it would be now."""

    prefix: ClassVar[str] = "dg"
    act: ClassVar[Act] = Act.READ_STATUS


@dataclass(frozen=True, kw_only=True, slots=True)
class NudgeDiaries(Button):
    prefix: ClassVar[str] = "dn"
    act: ClassVar[Act] = Act.NUDGE

    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class NudgeReview(Button):
    prefix: ClassVar[str] = "dr"
    act: ClassVar[Act] = Act.NUDGE

    group_id: GroupId
