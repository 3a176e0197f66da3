"""Buttons about reminders: one that comes again, and which of them somebody wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class RemindAgain(Button):
    """`moves` as the reminder knew the session."""

    prefix: ClassVar[str] = "zv"
    act: ClassVar[Act] = Act.OPEN_SESSIONS

    session_id: SessionId
    moves: int
    tomorrow: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RemindersButton(Button):
    """To choosing which reminders one wants."""

    prefix: ClassVar[str] = "ev"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS


@dataclass(frozen=True, kw_only=True, slots=True)
class ReminderButton(Button):
    """So many hours before a session, or not."""

    prefix: ClassVar[str] = "ex"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS

    hours: int
    wanted: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class UsualRemindersButton(Button):
    prefix: ClassVar[str] = "ey"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS


@dataclass(frozen=True, kw_only=True, slots=True)
class WokenButton(Button):
    prefix: ClassVar[str] = "ew"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS

    woken: bool
