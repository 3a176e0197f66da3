"""Buttons of the minutes of a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import SessionId
from mentoring.minutes import Part


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenMinutes(Button):
    prefix: ClassVar[str] = "4m"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class BackToMinutes(Button):
    """Without an answer to what is asked."""

    prefix: ClassVar[str] = "4b"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class AskMinutesPart(Button):
    """`adds`: what is typed is put after what stands there."""

    prefix: ClassVar[str] = "4p"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId
    part: Part
    adds: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SettleMinutesClash(Button):
    prefix: ClassVar[str] = "4k"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId
    adds: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PutRecordIntoMinutes(Button):
    """Or out of them."""

    prefix: ClassVar[str] = "4r"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId
    with_record: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AcceptMinutes(Button):
    """`revision` is the one that the card shows."""

    prefix: ClassVar[str] = "4a"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId
    revision: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectMinutes(Button):
    prefix: ClassVar[str] = "4c"
    act: ClassVar[Act] = Act.MARK_SESSION

    session_id: SessionId
