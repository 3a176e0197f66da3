"""What somebody has taken home from sessions, as a list to be ticked."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.ids import TaskId
from mentoring.notices import Notice
from mentoring.notices.sessions import SessionSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnTask:
    """`all`: homework that the others have, too."""

    task_id: TaskId
    group: str
    text: str
    all: bool
    done: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnTasks(Notice):
    """Of all groups that they are in."""

    tasks: tuple[OwnTask, ...]

    def card(self) -> str:
        return "tasks"


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenHome(Notice):
    """For whoever could not come and had said so."""

    session: SessionSeen
    tasks: tuple[str, ...]
