"""The part of the record that is about sessions: dates, attendance, tasks, what was said, minutes, diaries."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from storage.diaries import SqlDiaries
from storage.sessions import SqlSessions

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


class MeetingRecord:
    """Implements `mentoring.meeting_ports.MeetingRecord`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.connection = connection
        self._now = now

    @cached_property
    def sessions(self) -> SqlSessions:
        return SqlSessions(self.connection, self._now)

    @cached_property
    def diaries(self) -> SqlDiaries:
        return SqlDiaries(self.connection)
