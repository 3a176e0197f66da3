"""Actions and homework, and who has done them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from mentoring.session_tasks import SessionTask, TaskKind, TaskState
from storage.rows import added, all_of, one_of
from storage.statements import Statement
from storage.tables.meetings import session_tasks, task_marks
from storage.tables.sessions import sessions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PersonId, SessionId, TaskId

_BY_ID = select(session_tasks).where(session_tasks.c.id == bindparam("of_task"))
_CAUGHT_FROM = select(session_tasks).where(
    session_tasks.c.session_id == bindparam("of_session"), session_tasks.c.message_id == bindparam("of_message")
)
_OF_SESSION = (
    select(session_tasks).where(session_tasks.c.session_id == bindparam("of_session")).order_by(session_tasks.c.id)
)
_OPEN_OF_GROUP = (
    select(session_tasks)
    .join(sessions, sessions.c.id == session_tasks.c.session_id)
    .where(sessions.c.group_id == bindparam("of_group"), session_tasks.c.state == TaskState.OPEN)
    .order_by(session_tasks.c.id)
)
_OPEN_OF_GROUPS = Statement(
    select(sessions.c.group_id, *session_tasks.columns)
    .join(sessions, sessions.c.id == session_tasks.c.session_id)
    .where(sessions.c.group_id.in_(bindparam("of_groups", expanding=True)), session_tasks.c.state == TaskState.OPEN)
    .order_by(session_tasks.c.id)
)
_SETTLE = update(session_tasks).where(session_tasks.c.id == bindparam("of_task")).values(state=bindparam("state"))
_PUT_RIGHT = (
    update(session_tasks)
    .where(session_tasks.c.id == bindparam("of_task"))
    .values({name: bindparam(f"new_{name}") for name in ("text", "kind", "owner_id", "due_on")})
)
_MARK = insert(task_marks)
_UNMARK = delete(task_marks).where(
    task_marks.c.task_id == bindparam("of_task"), task_marks.c.person_id == bindparam("of_person")
)
_MARKS = select(task_marks.c.task_id, task_marks.c.person_id).where(
    task_marks.c.task_id.in_(bindparam("task_ids", expanding=True))
)


class SqlSessionTasks:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        *,
        session_id: SessionId,
        kind: TaskKind,
        text: str,
        owner_id: PersonId | None,
        due_on: date | None,
        made_by: PersonId,
        now: datetime,
        message_id: int | None = None,
    ) -> SessionTask:
        return added(
            SessionTask,
            self._connection,
            session_tasks,
            session_id=session_id,
            kind=kind,
            text=text,
            owner_id=owner_id,
            due_on=due_on,
            state=TaskState.OPEN,
            made_by=made_by,
            made_at=now,
            message_id=message_id,
        )

    def by_id(self, task_id: TaskId) -> SessionTask | None:
        return one_of(SessionTask, self._connection, _BY_ID, of_task=task_id)

    def caught_from(self, session_id: SessionId, message_id: int) -> SessionTask | None:
        found = all_of(SessionTask, self._connection, _CAUGHT_FROM, of_session=session_id, of_message=message_id)
        return found[0] if found else None

    def of_session(self, session_id: SessionId) -> Sequence[SessionTask]:
        return all_of(SessionTask, self._connection, _OF_SESSION, of_session=session_id)

    def open_of_group(self, group_id: GroupId) -> Sequence[SessionTask]:
        return all_of(SessionTask, self._connection, _OPEN_OF_GROUP, of_group=group_id)

    def open_of_groups(self, group_ids: Sequence[GroupId]) -> Mapping[GroupId, Sequence[SessionTask]]:
        found: dict[GroupId, list[SessionTask]] = {}
        rows = _OPEN_OF_GROUPS.mappings(self._connection, {"of_groups": list(group_ids)}) if group_ids else ()
        for row in rows:
            fields = dict(row)
            found.setdefault(fields.pop("group_id"), []).append(SessionTask(**fields))
        return found

    def settle(self, task_id: TaskId, state: TaskState) -> None:
        self._connection.execute(_SETTLE, {"of_task": task_id, "state": state})

    def put_right(self, task: SessionTask) -> None:
        values = {
            "new_text": task.text,
            "new_kind": task.kind,
            "new_owner_id": task.owner_id,
            "new_due_on": task.due_on,
        }
        self._connection.execute(_PUT_RIGHT, {"of_task": task.id, **values})

    def mark(self, task_id: TaskId, person_id: PersonId, now: datetime) -> None:
        if person_id not in self.marks([task_id]).get(task_id, ()):
            self._connection.execute(_MARK, {"task_id": task_id, "person_id": person_id, "at": now})

    def unmark(self, task_id: TaskId, person_id: PersonId) -> None:
        self._connection.execute(_UNMARK, {"of_task": task_id, "of_person": person_id})

    def marks(self, task_ids: Sequence[TaskId]) -> Mapping[TaskId, frozenset[PersonId]]:
        found: dict[TaskId, set[PersonId]] = {}
        for row in self._connection.execute(_MARKS, {"task_ids": list(task_ids)}):
            found.setdefault(row.task_id, set()).add(row.person_id)
        return {task_id: frozenset(people) for task_id, people in found.items()}
