"""Puts together what the plan for the mid-term monitoring says: its manager's words, and what the record suggests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import zones
from mentoring.group_courses import for_all_leaders
from mentoring.monitoring import stage_of
from mentoring.monitoring_plans import USUAL_CHECKS, USUAL_METHODS, day_of, report_day
from mentoring.monitoring_sheets import GroupWatched, MonitoringSheet
from mentoring.sessions import Stage
from mentoring.use_cases.monitoring_courses import courses, risks, running

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from mentoring.groups import Group, Programme
    from mentoring.ids import GroupId
    from mentoring.monitoring_plans import MonitoringPlan
    from mentoring.ports import Record


def covered(record: Record, programme: Programme, plan: MonitoringPlan) -> Sequence[Group]:
    groups = running(record, programme)
    chosen = plan.covered([one.id for one in groups])
    return [one for one in groups if one.id in chosen]


def sheet(record: Record, programme: Programme, plan: MonitoringPlan, now: datetime) -> MonitoringSheet:
    groups = covered(record, programme, plan)
    return MonitoringSheet(
        groups=watched(record, programme, groups),
        purpose=plan.purpose,
        checked=USUAL_CHECKS if plan.checked is None else plan.checked,
        methods=USUAL_METHODS if plan.methods is None else plan.methods,
        who=_managers(record, programme) if plan.who is None else plan.who,
        day=day_of(plan, programme),
        questions=plan.questions or "",
        risks=plan.risks,
        noticed=risks(record, courses(record, programme, groups, now), now),
        report=report_day(plan, programme),
    )


def for_paper(record: Record, programme: Programme, now: datetime, *, of: Group | None = None) -> MonitoringSheet:
    """As mentors may read it, too: how talks went is left out, and of other groups than `of` what was noticed."""
    shown = sheet(record, programme, record.monitoring.plan(programme.id), now)
    found = for_all_leaders(shown.noticed)
    return replace(shown, noticed=tuple(one for one in found if of is None or one.group == of.name))


def _managers(record: Record, programme: Programme) -> str:
    return ", ".join(one.name for one in record.managers.of_programme(programme.id))


def watched(record: Record, programme: Programme, groups: Sequence[Group]) -> tuple[GroupWatched, ...]:
    """With the first of their mid-term monitoring sessions."""
    begins = _begins(record, programme, [one.id for one in groups])
    return tuple(GroupWatched(group_id=one.id, name=one.name, starts_at=begins.get(one.id)) for one in groups)


def _begins(record: Record, programme: Programme, group_ids: Sequence[GroupId]) -> Mapping[GroupId, datetime]:
    found: dict[GroupId, datetime] = {}
    for one in record.monitoring.sessions(group_ids):
        day = zones.wall(one.starts_at, programme.zone).date()
        if stage_of(programme, one.stage, day) is Stage.MID_TERM:
            found.setdefault(one.group_id, one.starts_at)
    return found
