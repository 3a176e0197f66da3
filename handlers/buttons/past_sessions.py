"""Buttons for a session that was held without the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import GroupId, SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class LogPast(Button):
    """Asks of which group, where there are several."""

    prefix: ClassVar[str] = "3l"
    act: ClassVar[Act] = Act.PLAN_SESSION


@dataclass(frozen=True, kw_only=True, slots=True)
class LogPastOf(Button):
    prefix: ClassVar[str] = "3g"
    act: ClassVar[Act] = Act.PLAN_SESSION

    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmPast(Button):
    prefix: ClassVar[str] = "3c"
    act: ClassVar[Act] = Act.PLAN_SESSION


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeBackLogged(Button):
    """`sure` after the question."""

    prefix: ClassVar[str] = "3b"
    act: ClassVar[Act] = Act.PLAN_SESSION

    session_id: SessionId
    sure: bool
