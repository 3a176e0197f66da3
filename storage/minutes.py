"""Minutes of sessions, guarded by their revision: of two who change them at once the second is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, exists, func, insert, or_, select, update

from mentoring.filings import FilingState
from mentoring.ids import FilingId, ScanId
from mentoring.minutes import MINUTES, Minutes, MinutesState, WaitingMinutes
from mentoring.scans import ScanState
from mentoring.sessions import SessionState
from storage.rows import all_of, fields_of, inserted, one_of
from storage.statements import Statement
from storage.tables.documents import filings, scans
from storage.tables.meetings import attendance, minutes, session_lines
from storage.tables.people import groups
from storage.tables.sessions import sessions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, SessionId, UploadId

_OF_SESSION = select(minutes).where(minutes.c.session_id == bindparam("of_session"))
_WRITTEN = tuple(column.name for column in minutes.columns if column.name != "session_id")
_ADD = Statement(insert(minutes))
_CHANGE = Statement(
    update(minutes)
    .where(minutes.c.session_id == bindparam("of_session"), minutes.c.revision == bindparam("seen"))
    .values({name: bindparam(name) for name in _WRITTEN})
)
_IS_FILED = and_(filings.c.code == MINUTES, filings.c.state == FilingState.FILED)
_FILED = Statement(select(func.max(filings.c.id)).where(filings.c.session_id == bindparam("of_session"), _IS_FILED))
_LAST_NOTED = select(func.max(attendance.c.at)).where(attendance.c.session_id == bindparam("of_session"))
_TO_FILE = (
    select(minutes)
    .join(sessions, sessions.c.id == minutes.c.session_id)
    .where(
        minutes.c.state == MinutesState.ACCEPTED,
        minutes.c.filing_id.is_(None),
        sessions.c.state == SessionState.HELD,
    )
    .order_by(minutes.c.accepted_at, minutes.c.session_id)
)
_WAITING = (
    select(
        sessions.c.id.label("session_id"),
        groups.c.programme_id,
        groups.c.name.label("group"),
        sessions.c.number,
        minutes.c.session_id.is_not(None).label("begun"),
        exists().where(session_lines.c.session_id == sessions.c.id).label("has_record"),
    )
    .select_from(
        sessions.join(groups, groups.c.id == sessions.c.group_id).outerjoin(
            minutes, minutes.c.session_id == sessions.c.id
        )
    )
    .where(
        sessions.c.group_id.in_(bindparam("group_ids", expanding=True)),
        sessions.c.state == SessionState.HELD,
        sessions.c.starts_at >= bindparam("since"),
        ~exists().where(filings.c.session_id == sessions.c.id, _IS_FILED),
        or_(minutes.c.state.is_(None), minutes.c.state == MinutesState.DRAFT, minutes.c.filing_id.is_not(None)),
    )
    .order_by(sessions.c.starts_at.desc(), sessions.c.id.desc())
)


class SqlMinutesBook:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched = False

    def of_session(self, session_id: SessionId) -> Minutes | None:
        return one_of(Minutes, self._connection, _OF_SESSION, of_session=session_id)

    def save(self, before: Minutes | None, after: Minutes) -> Minutes | None:
        saved = replace(after, revision=1 if before is None else before.revision + 1)
        fields_of(saved)
        if not (self._add(saved) if before is None else self._change(before, saved)):
            return None
        self.touched = self.touched or saved.state is MinutesState.ACCEPTED
        return saved

    def _add(self, new: Minutes) -> bool:
        """One writer at a time asks first, so that nothing comes between the question and the row."""
        if self.of_session(new.session_id) is not None:
            return False
        _ADD.run(self._connection, fields_of(new))
        return True

    def _change(self, before: Minutes, after: Minutes) -> bool:
        row = fields_of(after)
        guard = {"of_session": row.pop("session_id"), "seen": before.revision}
        return _CHANGE.run(self._connection, {**guard, **row}) == 1

    def filed(self, session_id: SessionId) -> FilingId | None:
        [(found,)] = _FILED.rows(self._connection, {"of_session": session_id})
        return None if found is None else FilingId(int(str(found)))

    def attendance_changed(self, session_id: SessionId, since: datetime) -> bool:
        latest: datetime | None = self._connection.scalar(_LAST_NOTED, {"of_session": session_id})
        return latest is not None and latest > since

    def to_file(self) -> Sequence[Minutes]:
        return all_of(Minutes, self._connection, _TO_FILE)

    def keep_file(self, upload_id: UploadId, *, sha256: str, size: int, now: datetime) -> ScanId:
        row = {
            "upload_id": upload_id,
            "state": ScanState.READY,
            "order": "",
            "asked_at": now,
            "pages": 0,
            "size": size,
            "sha256": sha256,
            "advice": (),
        }
        return ScanId(inserted(self._connection, scans, row))

    def waiting(self, group_ids: Sequence[GroupId], since: datetime) -> Sequence[WaitingMinutes]:
        if not group_ids:
            return ()
        return all_of(WaitingMinutes, self._connection, _WAITING, group_ids=list(group_ids), since=since)
