"""Buttons that change one thing about a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangePlace(Button):
    prefix: ClassVar[str] = "9p"
    act: ClassVar[Act] = Act.PLAN_SESSION

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class SayWhyNot(Button):
    prefix: ClassVar[str] = "9w"
    act: ClassVar[Act] = Act.SAY_COMING

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldLater(Button):
    """It did not take place then, and will at another time."""

    prefix: ClassVar[str] = "9l"
    act: ClassVar[Act] = Act.PLAN_SESSION

    session_id: SessionId
