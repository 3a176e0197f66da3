"""What people take home from a session: actions of somebody's own, and homework for all mentees."""

from __future__ import annotations

from enum import StrEnum


class TaskKind(StrEnum):
    ACTION = "action"
    HOMEWORK = "homework"


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
