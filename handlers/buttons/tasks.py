"""Buttons on what somebody has taken home from sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import TaskId


@dataclass(frozen=True, kw_only=True, slots=True)
class MyTasks(Button):
    prefix: ClassVar[str] = "6t"
    act: ClassVar[Act] = Act.OPEN_SESSIONS


@dataclass(frozen=True, kw_only=True, slots=True)
class TickTask(Button):
    """A second press takes it back."""

    prefix: ClassVar[str] = "6d"
    act: ClassVar[Act] = Act.OPEN_SESSIONS

    task_id: TaskId
