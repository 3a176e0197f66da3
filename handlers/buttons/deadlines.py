"""Buttons about what is expected of somebody, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.deadlines import Reach
from mentoring.groups import OptionalTool


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedButton(Button):
    prefix: ClassVar[str] = "tl"
    act: ClassVar[Act] = Act.OPEN_EXPECTED


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotButton(Button):
    prefix: ClassVar[str] = "ts"
    act: ClassVar[Act] = Act.OPEN_EXPECTED

    slot_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AskMoreTimeButton(Button):
    prefix: ClassVar[str] = "tm"
    act: ClassVar[Act] = Act.ASK_MORE_TIME

    slot_id: int
    days: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerMoreTimeButton(Button):
    prefix: ClassVar[str] = "ta"
    act: ClassVar[Act] = Act.EXTEND

    slot_id: int
    until: date
    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PutOffButton(Button):
    """`sure` does it; otherwise it shows what that would mean."""

    prefix: ClassVar[str] = "tp"
    act: ClassVar[Act] = Act.EXTEND

    slot_id: int
    days: int
    reach: Reach
    sure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWhyWaiveButton(Button):
    prefix: ClassVar[str] = "tw"
    act: ClassVar[Act] = Act.WAIVE

    slot_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WaiveButton(Button):
    prefix: ClassVar[str] = "ty"
    act: ClassVar[Act] = Act.WAIVE

    slot_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WantAgainButton(Button):
    prefix: ClassVar[str] = "tb"
    act: ClassVar[Act] = Act.WAIVE

    slot_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AskForPastButton(Button):
    """Whether what would have been due before today is asked for."""

    prefix: ClassVar[str] = "to"
    act: ClassVar[Act] = Act.WAIVE

    programme_id: int
    tool: OptionalTool
    yes: bool
