"""What carried a file in recorded sessions, with how far our copy of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, case, delete, func, select, true, update

from mentoring.files import Keeping, SentLately
from mentoring.session_things import CARRYING, Thing
from storage.rows import all_of, one_of
from storage.statements import Statement, is_among
from storage.tables.meetings import minutes, session_lines
from storage.tables.sessions import sessions
from storage.tables.submissions import attachments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.chat_records import LineKind
    from mentoring.files import Received
    from mentoring.ids import AttachmentId, GroupId, LineId, PersonId, SessionId

#: Such a file belongs to no move, diary, concern or upload; in the place of its message stands the line.
OF_A_LINE = and_(
    attachments.c.chat_id == 0,
    *(attachments.c[owner].is_(None) for owner in ("move_id", "diary_id", "concern_id", "upload_id")),
)
_ITS_COPY = and_(OF_A_LINE, attachments.c.message_id == session_lines.c.id)
_OF_LINE = ("message_id", "person_id", "kind", "text", "said_at", "file_name", "file_id", "unique_id", "sha256")
_THINGS = (
    select(
        session_lines.c.id.label("line_id"),
        session_lines.c.session_id,
        sessions.c.group_id,
        sessions.c.number,
        sessions.c.starts_at,
        session_lines.c.name.label("who"),
        *(session_lines.c[name] for name in (*_OF_LINE, "size", "withheld_at")),
        attachments.c.id.label("attachment_id"),
        attachments.c.kind.label("sent_as"),
        attachments.c.name.label("kept_as"),
        *(attachments.c[name] for name in ("mime", "keeping", "screening")),
    )
    .select_from(
        session_lines.join(sessions, sessions.c.id == session_lines.c.session_id).outerjoin(attachments, _ITS_COPY)
    )
    .where(is_among(session_lines.c.kind, CARRYING), session_lines.c.file_id.is_not(None))
)
_NEWEST_FIRST = (session_lines.c.said_at.desc(), session_lines.c.id.desc())
_BY_ID = _THINGS.where(session_lines.c.id == bindparam("of_line"))
_OF_FILE = _THINGS.where(attachments.c.id == bindparam("of_file"))
_OF_SESSION = _THINGS.where(session_lines.c.session_id == bindparam("of_session")).order_by(
    session_lines.c.said_at, session_lines.c.id
)
_OF_GROUPS = (
    _THINGS.where(sessions.c.group_id.in_(bindparam("of_groups", expanding=True)))
    .order_by(*_NEWEST_FIRST)
    .limit(bindparam("at_most"))
)
_WITH_RECORD = select(minutes.c.session_id).where(minutes.c.with_record == true())
_ON_RECORD = _THINGS.where(
    sessions.c.group_id == bindparam("of_group"),
    session_lines.c.session_id.in_(_WITH_RECORD),
    session_lines.c.withheld_at.is_(None),
).order_by(sessions.c.number, session_lines.c.said_at, session_lines.c.id)
_SENT = Statement(
    select(
        func.count(),
        func.coalesce(func.sum(case((attachments.c.keeping == Keeping.BY_REFERENCE, 0), else_=attachments.c.size)), 0),
    )
    .select_from(session_lines.join(attachments, _ITS_COPY))
    .where(session_lines.c.person_id == bindparam("of_person"), session_lines.c.said_at > bindparam("since"))
)
_THIS = session_lines.c.id == bindparam("of_line")
_OTHER_FILE = Statement(
    update(session_lines)
    .where(_THIS)
    .values(
        {name: bindparam(name) for name in ("kind", "file_id", "unique_id", "file_name", "size")} | {"sha256": None}
    )
)
_HOLD_BACK = Statement(
    update(session_lines).where(_THIS, session_lines.c.withheld_at.is_(None)).values(withheld_at=bindparam("at"))
)
_NOTE_COPY = Statement(update(session_lines).where(_THIS).values(sha256=bindparam("digest"), size=bindparam("bytes")))
_DROP_COPY = Statement(delete(attachments).where(OF_A_LINE, attachments.c.message_id == bindparam("of_line")))
_NO_COPY = Statement(update(session_lines).where(_THIS).values(sha256=None))


class SqlSessionThings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_id(self, line_id: LineId) -> Thing | None:
        return one_of(Thing, self._connection, _BY_ID, of_line=line_id)

    def of_file(self, attachment_id: AttachmentId) -> Thing | None:
        return one_of(Thing, self._connection, _OF_FILE, of_file=attachment_id)

    def of_session(self, session_id: SessionId) -> Sequence[Thing]:
        return all_of(Thing, self._connection, _OF_SESSION, of_session=session_id)

    def of_groups(self, group_ids: Sequence[GroupId], limit: int) -> Sequence[Thing]:
        return all_of(Thing, self._connection, _OF_GROUPS, of_groups=[*group_ids], at_most=limit) if group_ids else ()

    def on_record(self, group_id: GroupId) -> Sequence[Thing]:
        return all_of(Thing, self._connection, _ON_RECORD, of_group=group_id)

    def sent_since(self, person_id: PersonId, since: datetime) -> SentLately:
        [(files, size)] = _SENT.rows(self._connection, {"of_person": person_id, "since": since})
        return SentLately(files=int(str(files)), size=int(str(size)))

    def change_file(self, line_id: LineId, file: Received, *, kind: LineKind, file_name: str | None) -> None:
        self.drop_copy(line_id)
        seen = {"kind": kind, "file_name": file_name, "size": file.size}
        telegrams = {"file_id": file.file_id or None, "unique_id": file.unique_id or None}
        _OTHER_FILE.run(self._connection, {"of_line": line_id, **seen, **telegrams})

    def note_copy(self, line_id: LineId, *, sha256: str, size: int) -> None:
        _NOTE_COPY.run(self._connection, {"of_line": line_id, "digest": sha256, "bytes": size})

    def drop_copy(self, line_id: LineId) -> None:
        _DROP_COPY.run(self._connection, {"of_line": line_id})
        _NO_COPY.run(self._connection, {"of_line": line_id})

    def hold_back(self, line_id: LineId, now: datetime) -> bool:
        return _HOLD_BACK.run(self._connection, {"of_line": line_id, "at": now}) == 1
