"""Buttons that bring sessions into somebody's own calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class ToCalendar(Button):
    """Also moves it there, or takes it out."""

    prefix: ClassVar[str] = "ci"
    act: ClassVar[Act] = Act.OPEN_SESSIONS

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class AllToCalendar(Button):
    prefix: ClassVar[str] = "cj"
    act: ClassVar[Act] = Act.OPEN_SESSIONS
