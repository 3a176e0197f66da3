"""Buttons where nothing is planned for a group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import GroupId, SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenGap(Button):
    prefix: ClassVar[str] = "6o"
    act: ClassVar[Act] = Act.PLAN_SESSION

    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeTime(Button):
    """As that session, on this day."""

    prefix: ClassVar[str] = "6s"
    act: ClassVar[Act] = Act.PLAN_SESSION

    session_id: SessionId
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class NotNow(Button):
    prefix: ClassVar[str] = "6n"
    act: ClassVar[Act] = Act.PLAN_SESSION

    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class AskMentors(Button):
    """On the manager's digest."""

    prefix: ClassVar[str] = "6a"
    act: ClassVar[Act] = Act.NUDGE

    group_id: GroupId
