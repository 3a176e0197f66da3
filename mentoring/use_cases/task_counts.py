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

#: More homework than this is counted, not shown.
_SHOWN = 3


def at_home(record: Record, person: Person) -> TasksAtHome | None:
    """None where nothing is open."""
    mine = [one for one in record.memberships.of_person(person.id) if one.state is MembershipState.ACTIVE]
    own = [task for one in mine for task in homework.still_open(record, one.group_id, person.id, role=one.role)]
    led = 0
    for one in mine:
        if one.role is Role.MENTOR:
            others = [doer for doer in homework.members(record, one.group_id) if doer.person_id != person.id]
            led += len(homework.undone(record, one.group_id, others))
    if not own and not led:
        return None
    days = [task.due_on for task in own if task.due_on is not None]
    return TasksAtHome(own=len(own), led=led, first=min(days, default=None))


def on_board(record: Record, group: Group) -> TasksOnBoard | None:
    """Homework for all in its words; what is somebody's own is only counted."""
    tasks = [task for task, _, _ in homework.undone(record, group.id, homework.members(record, group.id))]
    if not tasks:
        return None
    shared = [task.text for task in tasks if task.owner_id is None]
    return TasksOnBoard(homework=tuple(shared[:_SHOWN]), more=len(tasks) - len(shared[:_SHOWN]))
