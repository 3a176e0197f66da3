"""Buttons on what was posted in sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import GroupId, LineId, SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class ThingsButton(Button):
    """`group_id` 0 lets choose, `session_id` 0 means those of every session."""

    prefix: ClassVar[str] = "5t"
    act: ClassVar[Act] = Act.OPEN_FILES

    group_id: GroupId
    session_id: SessionId
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SendThingButton(Button):
    prefix: ClassVar[str] = "5s"
    act: ClassVar[Act] = Act.OPEN_FILES

    line_id: LineId


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldBackButton(Button):
    """`sure` False only asks."""

    prefix: ClassVar[str] = "5h"
    act: ClassVar[Act] = Act.HOLD_THING_BACK

    line_id: LineId
    sure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class HandThingInButton(Button):
    """`yes` False leaves all that was posted in its session."""

    prefix: ClassVar[str] = "5m"
    act: ClassVar[Act] = Act.HAND_THING_IN

    line_id: LineId
    yes: bool
