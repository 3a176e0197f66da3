"""Buttons of a session that begins, goes on, or has just ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import GroupId, PersonId, SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class BeginSession(Button):
    prefix: ClassVar[str] = "8b"
    act: ClassVar[Act] = Act.HOLD_SESSION

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldNow(Button):
    """One that nobody has planned."""

    prefix: ClassVar[str] = "8n"
    act: ClassVar[Act] = Act.HOLD_SESSION

    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class EndSession(Button):
    prefix: ClassVar[str] = "8e"
    act: ClassVar[Act] = Act.HOLD_SESSION

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class TickPoint(Button):
    """`position` of the agenda; a second press takes it back."""

    prefix: ClassVar[str] = "8t"
    act: ClassVar[Act] = Act.HOLD_SESSION

    session_id: SessionId
    position: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AddTask(Button):
    prefix: ClassVar[str] = "8k"
    act: ClassVar[Act] = Act.HOLD_SESSION

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class SayHere(Button):
    prefix: ClassVar[str] = "8h"
    act: ClassVar[Act] = Act.SAY_HERE

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class SayWaiting(Button):
    """`begun`: they have begun without the bot."""

    prefix: ClassVar[str] = "8w"
    act: ClassVar[Act] = Act.SAY_WAITING

    session_id: SessionId
    begun: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenAttendance(Button):
    prefix: ClassVar[str] = "8a"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class TurnPresence(Button):
    prefix: ClassVar[str] = "8p"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeMinutes(Button):
    prefix: ClassVar[str] = "8m"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmAttendance(Button):
    prefix: ClassVar[str] = "8d"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId
