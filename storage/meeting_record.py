"""The part of the record that is about sessions: dates, attendance, tasks, what was said, minutes, diaries."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from storage.agendas import SqlAgendas
from storage.attendance import SqlAttendances
from storage.chat_records import SqlChatRecords
from storage.date_polls import SqlDatePolls
from storage.diaries import SqlDiaries
from storage.interviews import SqlInterviews
from storage.minutes import SqlMinutesBook
from storage.monitoring import SqlMonitoring
from storage.plan_readings import SqlPlanReadings
from storage.session_gaps import SqlSessionGaps
from storage.session_tasks import SqlSessionTasks
from storage.session_things import SqlSessionThings
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

    @cached_property
    def attendances(self) -> SqlAttendances:
        return SqlAttendances(self.connection)

    @cached_property
    def agendas(self) -> SqlAgendas:
        return SqlAgendas(self.connection)

    @cached_property
    def session_tasks(self) -> SqlSessionTasks:
        return SqlSessionTasks(self.connection)

    @cached_property
    def chat_records(self) -> SqlChatRecords:
        return SqlChatRecords(self.connection)

    @cached_property
    def session_things(self) -> SqlSessionThings:
        return SqlSessionThings(self.connection)

    @cached_property
    def plan_readings(self) -> SqlPlanReadings:
        return SqlPlanReadings(self.connection, self._now)

    @cached_property
    def date_polls(self) -> SqlDatePolls:
        return SqlDatePolls(self.connection)

    @cached_property
    def minutes(self) -> SqlMinutesBook:
        return SqlMinutesBook(self.connection)

    @cached_property
    def interviews(self) -> SqlInterviews:
        return SqlInterviews(self.connection)

    @cached_property
    def monitoring(self) -> SqlMonitoring:
        return SqlMonitoring(self.connection)

    @cached_property
    def session_gaps(self) -> SqlSessionGaps:
        return SqlSessionGaps(self.connection)
