"""The mid-term monitoring sessions of a programme's groups: which are planned, planning one, and what to take along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.group_courses import noticed
from mentoring.ids import GroupId
from mentoring.monitoring_plans import day_of
from mentoring.notices.monitoring import GroupCourseCard, MonitoringSessions
from mentoring.notices.sessions import Step
from mentoring.permissions import authorise
from mentoring.session_drafts import SessionDraft
from mentoring.sessions import SessionKind, Stage
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.monitoring_courses import courses
from mentoring.use_cases.monitoring_sheets import sheet
from mentoring.use_cases.planning import check_running
from mentoring.use_cases.planning_questions import ask
from mentoring.use_cases.programme_cards import managed
from mentoring.working_hours import is_working_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from mentoring.groups import Programme
    from mentoring.ports import Record

#: People need so long to hear of it.
_SOONEST = timedelta(days=3)


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSessions:
    by: Acting
    programme_id: int


def open_sessions(record: Record, command: OpenSessions, now: datetime) -> None:
    manager, programme = managed(record, command.by, command.programme_id)
    record.prompts.close(command.by.telegram_id)
    plan = record.monitoring.plan(programme.id)
    shown = sheet(record, programme, plan, now)
    card = MonitoringSessions(programme_id=programme.id, programme=programme.name, sheet=shown)
    notices.answer(record, beside_cards(record, command.by), manager, card)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfGroup:
    by: Acting
    group_id: GroupId


def plan_session(record: Record, command: OfGroup, now: datetime) -> None:
    """All but the hour and the place is known already; the day can be changed."""
    manager = authorise(record, command.by, Act.MANAGE_GROUP, group_id=command.group_id).known()
    check_running(record, command.group_id)
    programme = record.programmes.by_id(record.groups.by_id(command.group_id).programme_id)
    draft = SessionDraft(
        step=Step.TIME,
        zone=manager.zone,
        group_id=command.group_id,
        kind=SessionKind.MONITORING,
        stage=Stage.MID_TERM,
        day=_suggested(record, programme, now),
    )
    ask(record, beside_cards(record, command.by), draft, now)


def _suggested(record: Record, programme: Programme, now: datetime) -> date:
    """The day of the plan where it is still ahead, or else as soon as people can come; always a working day."""
    soonest = zones.wall(now, programme.zone).date() + _SOONEST
    planned = day_of(record.monitoring.plan(programme.id), programme)
    day = soonest if planned is None else max(planned, soonest)
    while not is_working_day(day, record.rules.days_off):
        day += timedelta(days=1)
    return day


def open_course(record: Record, command: OfGroup, now: datetime) -> None:
    manager = authorise(record, command.by, Act.MANAGE_GROUP, group_id=command.group_id).known()
    group = record.groups.by_id(command.group_id)
    programme = record.programmes.by_id(group.programme_id)
    record.prompts.close(command.by.telegram_id)
    [course] = courses(record, programme, [group], now)
    found = noticed(course, now, review_due=max(record.rules.review_nudges))
    card = GroupCourseCard(programme_id=programme.id, course=course, noticed=found)
    notices.answer(record, beside_cards(record, command.by), manager, card)
