"""What somebody has taken home from their group's sessions, and has not done yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.session_tasks import TaskKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.ids import GroupId, PersonId
    from mentoring.ports import Record
    from mentoring.session_tasks import SessionTask


def still_open(record: Record, group_id: GroupId, person_id: PersonId) -> Sequence[SessionTask]:
    """Homework for all, and whatever is theirs alone."""
    tasks = record.session_tasks.open_of_group(group_id)
    theirs = [one for one in tasks if _is_for(one, person_id)]
    marks = record.session_tasks.marks([one.id for one in theirs]) if theirs else {}
    return [one for one in theirs if person_id not in marks.get(one.id, frozenset())]


def _is_for(task: SessionTask, person_id: PersonId) -> bool:
    if task.owner_id is None:
        return task.kind is TaskKind.HOMEWORK
    return task.owner_id == person_id
