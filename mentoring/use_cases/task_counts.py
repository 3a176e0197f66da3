"""How many tasks are open: for everybody's home card, and for a group's board, which names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.notices.boards import TasksOnBoard
from mentoring.notices.tasks import TasksAtHome
from mentoring.people import MembershipState, Role
from mentoring.use_cases import homework

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.session_tasks import SessionTask

#: More homework than this is counted, not shown.
_SHOWN = 3


def at_home(record: Record, person: Person) -> TasksAtHome | None:
    """None where nothing is open. The home card is shown at every step, so each is asked once for all groups."""
    mine = [one for one in record.memberships.of_person(person.id) if one.state is MembershipState.ACTIVE]
    tasks = record.session_tasks.open_of_groups([one.group_id for one in mine])
    marks = homework.marks_of(record, [task for theirs in tasks.values() for task in theirs])
    own: list[SessionTask] = []
    led = 0
    for one in mine:
        here = tasks.get(one.group_id, ())
        own += homework.left_to(here, marks, person.id, one.role)
        if one.role is Role.MENTOR and here:
            others = [doer for doer in homework.members(record, one.group_id) if doer.person_id != person.id]
            led += len(homework.undone_of(here, marks, others))
    if not own and not led:
        return None
    days = [task.due_on for task in own if task.due_on is not None]
    return TasksAtHome(own=len(own), led=led, first=min(days, default=None))


def on_board(record: Record, group: Group) -> TasksOnBoard | None:
    """Homework for all in its words; what is somebody's own is only counted."""
    there = record.session_tasks.open_of_group(group.id)
    if not there:
        return None
    marks = homework.marks_of(record, there)
    tasks = [task for task, _, _ in homework.undone_of(there, marks, homework.members(record, group.id))]
    if not tasks:
        return None
    shared = [task.text for task in tasks if task.owner_id is None]
    return TasksOnBoard(homework=tuple(shared[:_SHOWN]), more=len(tasks) - len(shared[:_SHOWN]))
