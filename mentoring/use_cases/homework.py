"""What somebody has taken home from their group's sessions, and has not done yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mentoring.ids import PersonId, TaskId
from mentoring.notices.together import StillOpen
from mentoring.people import MembershipState, Role
from mentoring.session_tasks import TaskKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.ids import GroupId
    from mentoring.ports import Record
    from mentoring.session_tasks import SessionTask
    from mentoring.sessions import Session

Marks: TypeAlias = Mapping[TaskId, frozenset[PersonId]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Doer:
    person_id: PersonId
    name: str
    role: Role


def still_open(
    record: Record, group_id: GroupId, person_id: PersonId, *, role: Role = Role.MENTEE
) -> Sequence[SessionTask]:
    """Whatever is theirs alone, and homework for all mentees."""
    tasks = record.session_tasks.open_of_group(group_id)
    return left_to(tasks, marks_of(record, tasks), person_id, role)


def marks_of(record: Record, tasks: Sequence[SessionTask]) -> Marks:
    """Who has done each of them."""
    return record.session_tasks.marks([one.id for one in tasks]) if tasks else {}


def left_to(tasks: Sequence[SessionTask], marks: Marks, person_id: PersonId, role: Role) -> Sequence[SessionTask]:
    theirs = (one for one in tasks if _is_for(one, person_id, role))
    return [one for one in theirs if person_id not in marks.get(one.id, frozenset())]


def of_others(record: Record, session: Session, reader: PersonId) -> Sequence[StillOpen]:
    """For whoever leads: who has not done what of all that the group took home."""
    people = record.sessions.attendants([session.id])
    others = [Doer(person_id=one.person.id, name=one.name, role=one.role) for one in people if one.person.id != reader]
    return [StillOpen(text=task.text, names=names) for task, names, _ in undone(record, session.group_id, others)]


def undone(
    record: Record, group_id: GroupId, people: Sequence[Doer]
) -> Sequence[tuple[SessionTask, tuple[str, ...], int]]:
    """Each task that not all of these `people` have done for whom it is, with who has not, and for how many it is."""
    tasks = record.session_tasks.open_of_group(group_id)
    return undone_of(tasks, marks_of(record, tasks), people)


def undone_of(
    tasks: Sequence[SessionTask], marks: Marks, people: Sequence[Doer]
) -> Sequence[tuple[SessionTask, tuple[str, ...], int]]:
    found = []
    for task in tasks:
        its = [one for one in people if _is_for(task, one.person_id, one.role)]
        names = tuple(one.name for one in its if one.person_id not in marks.get(task.id, frozenset()))
        if names:
            found.append((task, names, len(its)))
    return found


def members(record: Record, group_id: GroupId) -> Sequence[Doer]:
    """Who takes part in this group now."""
    return [
        Doer(person_id=one.person_id, name=one.name, role=one.role)
        for one in record.memberships.of_group(group_id)
        if one.state is MembershipState.ACTIVE and one.person_id is not None
    ]


def named(record: Record, group_id: GroupId, said: str) -> PersonId | None:
    """Whose first or whole name it is; None where it is nobody's, or several people's."""
    wanted = said.strip().casefold()
    fitting = {
        one.person_id
        for one in members(record, group_id)
        if wanted and wanted in {one.name.casefold(), one.name.casefold().split()[0]}
    }
    return fitting.pop() if len(fitting) == 1 else None


def _is_for(task: SessionTask, person_id: PersonId, role: Role) -> bool:
    if task.owner_id is None:
        return task.kind is TaskKind.HOMEWORK and role is Role.MENTEE
    return task.owner_id == person_id
