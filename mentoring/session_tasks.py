"""What people take home from a session: actions of somebody's own, and homework for all mentees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.ids import PersonId, SessionId, TaskId


class TaskKind(StrEnum):
    ACTION = "action"
    HOMEWORK = "homework"


class TaskField(StrEnum):
    """What of a task can be put right afterwards."""

    TEXT = "text"
    OWNER = "owner"
    DAY = "day"


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionTask:
    """Without `owner_id` it is for all mentees of the group. `message_id` is what it was caught from in its chat."""

    id: TaskId
    session_id: SessionId
    kind: TaskKind
    text: str
    owner_id: PersonId | None
    due_on: date | None
    state: TaskState
    made_by: PersonId
    made_at: datetime
    message_id: int | None
