"""Buttons of a mentee's diary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.diaries import Question
from mentoring.ids import SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteDiary(Button):
    """Begins, or goes on where it stopped."""

    prefix: ClassVar[str] = "dw"
    act: ClassVar[Act] = Act.WRITE_DIARY

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteAnew(Button):
    prefix: ClassVar[str] = "da"
    act: ClassVar[Act] = Act.WRITE_DIARY

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class SkipQuestion(Button):
    prefix: ClassVar[str] = "dk"
    act: ClassVar[Act] = Act.WRITE_DIARY

    session_id: SessionId
    question: Question


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkProgress(Button):
    prefix: ClassVar[str] = "dm"
    act: ClassVar[Act] = Act.WRITE_DIARY

    session_id: SessionId
    mark: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SendDiary(Button):
    prefix: ClassVar[str] = "ds"
    act: ClassVar[Act] = Act.WRITE_DIARY

    session_id: SessionId
