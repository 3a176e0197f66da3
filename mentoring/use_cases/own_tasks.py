"""Everybody ticks what they have done of what they took home; nobody is reminded of that any more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import TaskId
from mentoring.notices.tasks import LedTask, OwnTask, OwnTasks
from mentoring.people import Role
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.session_tasks import TaskKind
from mentoring.use_cases import boards, homework
from mentoring.use_cases.menu import beside_cards

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mentoring.ids import GroupId, PersonId
    from mentoring.permissions import Actor
    from mentoring.ports import Record
    from mentoring.session_tasks import SessionTask


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenTasks:
    by: Acting


def open_tasks(record: Record, command: OpenTasks, now: datetime) -> None:
    actor = authorise(record, command.by, Act.OPEN_SESSIONS)
    notices.answer(record, beside_cards(record, command.by), actor.person, _card(record, actor))


@dataclass(frozen=True, kw_only=True, slots=True)
class TickTask:
    by: Acting
    task_id: TaskId


def tick_task(record: Record, command: TickTask, now: datetime) -> None:
    """A second press takes it back. Raises Refusal for a task that is somebody else's."""
    actor = authorise(record, command.by, Act.OPEN_SESSIONS)
    found = [task for group_id in _groups(actor) for task in _theirs(record, group_id, actor)]
    task = next((one for one in found if one.id == command.task_id), None)
    if task is None:
        raise Refusal(Why.NOT_ALLOWED)
    me = actor.known().id
    if me in record.session_tasks.marks([task.id]).get(task.id, frozenset()):
        record.session_tasks.unmark(task.id, me)
    else:
        record.session_tasks.mark(task.id, me, now)
    notices.answer(record, command.by, actor.person, _card(record, actor))
    session = record.sessions.by_id(task.session_id)
    if session is not None:
        boards.show(record, record.groups.by_id(session.group_id), now)


def _groups(actor: Actor) -> tuple[GroupId, ...]:
    return tuple(dict.fromkeys([*actor.groups_as(Role.MENTEE), *actor.groups_as(Role.MENTOR)]))


def _theirs(record: Record, group_id: GroupId, actor: Actor) -> list[SessionTask]:
    is_mentee = group_id in actor.groups_as(Role.MENTEE)
    return [
        one
        for one in record.session_tasks.open_of_group(group_id)
        if one.owner_id == actor.known().id or (one.owner_id is None and one.kind is TaskKind.HOMEWORK and is_mentee)
    ]


def _card(record: Record, actor: Actor) -> OwnTasks:
    return OwnTasks(tasks=tuple(_seen(record, actor, actor.known().id)), led=tuple(_led(record, actor)))


def _led(record: Record, actor: Actor) -> Iterator[LedTask]:
    """What others have not done yet, where the reader is a mentor."""
    me = actor.known().id
    for group_id in actor.groups_as(Role.MENTOR):
        others = [one for one in homework.members(record, group_id) if one.person_id != me]
        for task, names, of in homework.undone(record, group_id, others):
            yield LedTask(
                task_id=task.id,
                group=record.groups.by_id(group_id).name,
                text=task.text,
                all=task.owner_id is None,
                names=names,
                of=of,
                due_on=task.due_on,
            )


def _seen(record: Record, actor: Actor, me: PersonId) -> Iterator[OwnTask]:
    for group_id in _groups(actor):
        tasks = _theirs(record, group_id, actor)
        marks = record.session_tasks.marks([one.id for one in tasks]) if tasks else {}
        for one in tasks:
            yield OwnTask(
                task_id=one.id,
                group=record.groups.by_id(group_id).name,
                text=one.text,
                all=one.owner_id is None,
                done=me in marks.get(one.id, frozenset()),
                due_on=one.due_on,
                mine=one.made_by == me,
            )
