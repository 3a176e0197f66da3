"""What somebody has taken home from sessions, as a list to be ticked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.ids import PersonId, SessionId, TaskId
from mentoring.notices import Notice
from mentoring.notices.sessions import SessionSeen
from mentoring.session_tasks import TaskField


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnTask:
    """`all`: homework that the others have, too. `mine`: the reader has made it, and can put it right."""

    task_id: TaskId
    group: str
    text: str
    all: bool
    done: bool
    due_on: date | None = None
    mine: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class LedTask:
    """An open task of a group that the reader leads. `names`, of `of` people that it is for, have not done it."""

    task_id: TaskId
    group: str
    text: str
    all: bool
    names: tuple[str, ...]
    of: int
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnTasks(Notice):
    """Of all groups that they are in; `led` are other people's in the groups that they lead."""

    tasks: tuple[OwnTask, ...]
    led: tuple[LedTask, ...] = ()

    def card(self) -> str:
        return "tasks"


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenHome(Notice):
    """For whoever could not come and had said so."""

    session: SessionSeen
    tasks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskChoice:
    person_id: PersonId
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskCard(Notice):
    """One task, for whoever may change it. Without `owner` it is for all mentees. `new`: it has just been noted.

    `asks` what shall be different: `people` it can be given to, or `days` it can be due on. `misread`: what was typed
    is none of these.
    """

    task_id: TaskId
    session_id: SessionId
    group: str
    text: str
    owner: str
    due_on: date | None
    dropped: bool = False
    new: bool = False
    asks: TaskField | None = None
    people: tuple[TaskChoice, ...] = ()
    days: tuple[date, ...] = ()
    misread: bool = False

    def card(self) -> str:
        return f"one_task:{self.task_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class TasksAtHome:
    """How many open tasks are the reader's, and others' in the groups that they lead; `first` is the earliest day."""

    own: int
    led: int
    first: date | None = None
