"""Buttons on the plan of one session, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import SessionId
from mentoring.plan_fields import PlanField


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangePlan(Button):
    prefix: ClassVar[str] = "3p"
    act: ClassVar[Act] = Act.PLAN_SESSION

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class AskField(Button):
    """Opens one field, or turns the page of what it can be."""

    prefix: ClassVar[str] = "3f"
    act: ClassVar[Act] = Act.PLAN_SESSION

    session_id: SessionId
    field: PlanField
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickOption(Button):
    prefix: ClassVar[str] = "3o"
    act: ClassVar[Act] = Act.PLAN_SESSION

    session_id: SessionId
    field: PlanField
    key: int
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AskExtra(Button):
    """The same of a session that is only being planned."""

    prefix: ClassVar[str] = "3x"
    act: ClassVar[Act] = Act.PLAN_SESSION

    field: PlanField
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickExtra(Button):
    prefix: ClassVar[str] = "3k"
    act: ClassVar[Act] = Act.PLAN_SESSION

    field: PlanField
    key: int
