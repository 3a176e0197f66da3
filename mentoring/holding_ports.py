"""What holding a session needs of the record: who is there, the agenda, tasks, and what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from mentoring.agenda import AgendaItem
    from mentoring.attendance import Presence
    from mentoring.chat_records import Line, LineKind
    from mentoring.ids import AgendaItemId, GroupId, LineId, PersonId, SessionId, TaskId
    from mentoring.session_tasks import SessionTask, TaskKind, TaskState


class Attendances(Protocol):
    def of_session(self, session_id: SessionId) -> Mapping[PersonId, Presence]: ...

    def note(
        self, session_id: SessionId, person_id: PersonId, presence: Presence, *, by: PersonId, now: datetime
    ) -> None:
        """Takes the place of what was noted before."""

    def times_absent(self, person_id: PersonId, group_id: GroupId) -> int:
        """How often they have not come to this group's sessions without a word."""


class Agendas(Protocol):
    def of_session(self, session_id: SessionId) -> Sequence[AgendaItem]: ...

    def lay(self, session_id: SessionId, texts: Sequence[str]) -> None:
        """Nothing happens where there is one."""

    def tick(self, item_id: AgendaItemId, at: datetime | None) -> None: ...


class SessionTasks(Protocol):
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
    ) -> SessionTask: ...

    def by_id(self, task_id: TaskId) -> SessionTask | None: ...

    def caught_from(self, session_id: SessionId, message_id: int) -> SessionTask | None: ...

    def of_session(self, session_id: SessionId) -> Sequence[SessionTask]: ...

    def open_of_group(self, group_id: GroupId) -> Sequence[SessionTask]: ...

    def open_of_groups(self, group_ids: Sequence[GroupId]) -> Mapping[GroupId, Sequence[SessionTask]]: ...

    def settle(self, task_id: TaskId, state: TaskState) -> None: ...

    def put_right(self, task: SessionTask) -> None:
        """Its text, kind, owner and day."""

    def mark(self, task_id: TaskId, person_id: PersonId, now: datetime) -> None:
        """One of those whom a homework is for has done it; nothing happens the second time."""

    def unmark(self, task_id: TaskId, person_id: PersonId) -> None: ...

    def marks(self, task_ids: Sequence[TaskId]) -> Mapping[TaskId, frozenset[PersonId]]: ...


class ChatRecords(Protocol):
    """Who may write here is decided where a message comes in; `storage` only keeps."""

    def keep(
        self,
        *,
        session_id: SessionId,
        message_id: int,
        person_id: PersonId | None,
        name: str,
        kind: LineKind,
        text: str,
        said_at: datetime,
        file_id: str | None = None,
        unique_id: str | None = None,
        file_name: str | None = None,
        size: int | None = None,
    ) -> LineId | None:
        """None for a message that is kept already; nothing happens then."""

    def edit(self, session_id: SessionId, message_id: int, text: str, at: datetime) -> None: ...

    def of_session(self, session_id: SessionId) -> Sequence[Line]:
        """In the order in which it was said."""

    def line_at(self, session_id: SessionId, message_id: int) -> Line | None: ...

    def speakers(self, session_id: SessionId) -> Mapping[PersonId, int]:
        """How many messages each has written."""

    def running_in(self, chat_id: int) -> SessionId | None:
        """The session whose record is kept in this chat now."""
