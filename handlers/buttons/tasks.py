"""Buttons on what somebody has taken home from sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import PersonId, TaskId
from mentoring.session_tasks import TaskField


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


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenTask(Button):
    prefix: ClassVar[str] = "6e"
    act: ClassVar[Act] = Act.OPEN_SESSIONS

    task_id: TaskId


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeTaskBack(Button):
    """`yes` False puts back what was taken back by mistake."""

    prefix: ClassVar[str] = "6x"
    act: ClassVar[Act] = Act.OPEN_SESSIONS

    task_id: TaskId
    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeTask(Button):
    prefix: ClassVar[str] = "6c"
    act: ClassVar[Act] = Act.OPEN_SESSIONS

    task_id: TaskId
    field: TaskField


@dataclass(frozen=True, kw_only=True, slots=True)
class GiveTaskTo(Button):
    """`person_id` 0 is all mentees."""

    prefix: ClassVar[str] = "6g"
    act: ClassVar[Act] = Act.OPEN_SESSIONS

    task_id: TaskId
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskDueOn(Button):
    prefix: ClassVar[str] = "6u"
    act: ClassVar[Act] = Act.OPEN_SESSIONS

    task_id: TaskId
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskWithoutDay(Button):
    prefix: ClassVar[str] = "6w"
    act: ClassVar[Act] = Act.OPEN_SESSIONS

    task_id: TaskId
