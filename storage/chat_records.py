"""What was said in recorded sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select, update

from mentoring.chat_records import Line, LineKind
from mentoring.ids import LineId
from mentoring.sessions import SessionState
from storage.rows import all_of, inserted, one_of
from storage.tables.meetings import session_lines
from storage.tables.people import groups
from storage.tables.sessions import sessions

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import PersonId, SessionId

_IS_LINE = (
    session_lines.c.session_id == bindparam("of_session"),
    session_lines.c.message_id == bindparam("of_message"),
)
_KNOWN = select(session_lines.c.id).where(*_IS_LINE)
_LINE_AT = select(session_lines).where(*_IS_LINE)
_EDIT = update(session_lines).where(*_IS_LINE).values(text=bindparam("new_text"), edited_at=bindparam("at"))
_OF_SESSION = (
    select(session_lines)
    .where(session_lines.c.session_id == bindparam("of_session"))
    .order_by(session_lines.c.said_at, session_lines.c.message_id)
)
_SPEAKERS = (
    select(session_lines.c.person_id, func.count().label("lines"))
    .where(session_lines.c.session_id == bindparam("of_session"), session_lines.c.person_id.is_not(None))
    .group_by(session_lines.c.person_id)
)
_IS_RECORDED = (sessions.c.state == SessionState.RUNNING, sessions.c.keeps_record)
_RUNNING_IN = (
    select(sessions.c.id)
    .join(groups, groups.c.id == sessions.c.group_id)
    .where(groups.c.chat_id == bindparam("of_chat"), *_IS_RECORDED)
    .order_by(sessions.c.began_at.desc())
    .limit(1)
)
_RECORDED_CHATS = (
    select(groups.c.chat_id)
    .join(sessions, sessions.c.group_id == groups.c.id)
    .where(groups.c.chat_id.is_not(None), *_IS_RECORDED)
)


class SqlChatRecords:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

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
        if self._connection.scalar(_KNOWN, {"of_session": session_id, "of_message": message_id}) is not None:
            return None
        row = {
            "session_id": session_id,
            "message_id": message_id,
            "person_id": person_id,
            "name": name,
            "kind": kind,
            "text": text,
            "said_at": said_at,
            "file_id": file_id,
            "unique_id": unique_id,
            "file_name": file_name,
            "size": size,
        }
        return LineId(inserted(self._connection, session_lines, row))

    def edit(self, session_id: SessionId, message_id: int, text: str, at: datetime) -> None:
        line = {"of_session": session_id, "of_message": message_id}
        self._connection.execute(_EDIT, {**line, "new_text": text, "at": at})

    def of_session(self, session_id: SessionId) -> Sequence[Line]:
        return all_of(Line, self._connection, _OF_SESSION, of_session=session_id)

    def line_at(self, session_id: SessionId, message_id: int) -> Line | None:
        return one_of(Line, self._connection, _LINE_AT, of_session=session_id, of_message=message_id)

    def speakers(self, session_id: SessionId) -> Mapping[PersonId, int]:
        rows = self._connection.execute(_SPEAKERS, {"of_session": session_id}).all()
        return {row.person_id: row.lines for row in rows}

    def running_in(self, chat_id: int) -> SessionId | None:
        return self._connection.scalar(_RUNNING_IN, {"of_chat": chat_id})

    def recorded_chats(self) -> Collection[int]:
        """Where somebody's words are kept now."""
        return frozenset(self._connection.scalars(_RECORDED_CHATS))
