"""What the use cases need of the record for sessions; storage/ provides it inside one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mentoring.date_poll_ports import DatePolls
    from mentoring.gap_ports import SessionGaps
    from mentoring.holding_ports import Agendas, Attendances, ChatRecords, SessionTasks
    from mentoring.interview_ports import Interviews
    from mentoring.minutes_ports import MinutesBook
    from mentoring.monitoring_ports import Monitoring
    from mentoring.plan_readings import PlanReadings
    from mentoring.session_ports import Diaries, Sessions
    from mentoring.session_thing_ports import SessionThings


class MeetingRecord(Protocol):
    """The part of the record that is about sessions."""

    @property
    def sessions(self) -> Sessions: ...

    @property
    def diaries(self) -> Diaries: ...

    @property
    def attendances(self) -> Attendances: ...

    @property
    def agendas(self) -> Agendas: ...

    @property
    def session_tasks(self) -> SessionTasks: ...

    @property
    def chat_records(self) -> ChatRecords: ...

    @property
    def session_things(self) -> SessionThings: ...

    @property
    def plan_readings(self) -> PlanReadings: ...

    @property
    def date_polls(self) -> DatePolls: ...

    @property
    def minutes(self) -> MinutesBook: ...

    @property
    def interviews(self) -> Interviews: ...

    @property
    def monitoring(self) -> Monitoring: ...

    @property
    def session_gaps(self) -> SessionGaps: ...
