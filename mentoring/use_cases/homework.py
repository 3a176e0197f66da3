"""What somebody has taken home from their group's sessions, and has not done yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.notices.together import StillOpen
from mentoring.people import Role
from mentoring.session_tasks import TaskKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.ids import GroupId, PersonId
    from mentoring.ports import Record
    from mentoring.session_tasks import SessionTask
    from mentoring.sessions import Attendant, Session


def still_open(
    record: Record, group_id: GroupId, person_id: PersonId, *, role: Role = Role.MENTEE
) -> Sequence[SessionTask]:
    """Whatever is theirs alone, and homework for all mentees."""
    tasks = record.session_tasks.open_of_group(group_id)
    theirs = [one for one in tasks if _is_for(one, person_id, role)]
    marks = record.session_tasks.marks([one.id for one in theirs]) if theirs else {}
    return [one for one in theirs if person_id not in marks.get(one.id, frozenset())]


def of_others(record: Record, session: Session, reader: PersonId) -> Sequence[StillOpen]:
    """For whoever leads: who has not done what of all that the group took home."""
    tasks = record.session_tasks.open_of_group(session.group_id)
    people = record.sessions.attendants([session.id]) if tasks else []
    marks = record.session_tasks.marks([one.id for one in tasks]) if tasks else {}
    found = ((task, _missing(task, people, marks.get(task.id, frozenset()), reader)) for task in tasks)
    return [StillOpen(text=task.text, names=names) for task, names in found if names]


def _missing(
    task: SessionTask, people: Sequence[Attendant], done: frozenset[PersonId], reader: PersonId
) -> tuple[str, ...]:
    others = (one for one in people if one.person.id != reader and one.person.id not in done)
    if task.owner_id is None:
        return tuple(one.name for one in others if one.role is Role.MENTEE and task.kind is TaskKind.HOMEWORK)
    return tuple(one.name for one in others if one.person.id == task.owner_id)


def _is_for(task: SessionTask, person_id: PersonId, role: Role) -> bool:
    if task.owner_id is None:
        return task.kind is TaskKind.HOMEWORK and role is Role.MENTEE
    return task.owner_id == person_id
