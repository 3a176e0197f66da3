"""Plans for monitoring, and how groups are doing, one query for each kind of fact."""

from __future__ import annotations

import json
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, Date, bindparam, case, func, insert, null, select, update

from mentoring import group_courses
from mentoring.ids import GroupId, PersonId, ProgrammeId
from mentoring.monitoring_plans import Check, Method, MonitoringPlan
from mentoring.readiness import EXPECTED, Count
from mentoring.sessions import Session, SessionKind, SessionState
from mentoring.slots import OWED, SlotState
from mentoring.submissions import State
from storage.rows import all_of
from storage.statements import Statement, is_among
from storage.tables.documents import slots
from storage.tables.meetings import monitoring_plans
from storage.tables.sessions import sessions
from storage.tables.submissions import submission_moves, submissions

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import timedelta

    from sqlalchemy import Connection

    from mentoring.kit import Code

_OF: BindParameter[int] = bindparam("of_programme")
_PLAN = select(monitoring_plans).where(monitoring_plans.c.programme_id == _OF)
_ADD = Statement(insert(monitoring_plans))
_CHANGE = Statement(
    update(monitoring_plans)
    .where(monitoring_plans.c.programme_id == _OF)
    .values({name: bindparam(name) for name in ("fields", "changed_by", "changed_at")})
)
_GROUPS: BindParameter[list[int]] = bindparam("group_ids", expanding=True)
_SESSIONS = (
    select(sessions)
    .where(
        sessions.c.group_id.in_(_GROUPS),
        sessions.c.kind == SessionKind.MONITORING,
        is_among(sessions.c.state, (SessionState.PLANNED, SessionState.RUNNING, SessionState.HELD)),
    )
    .order_by(sessions.c.starts_at, sessions.c.id)
)
_DAY = func.coalesce(slots.c.extended_to, slots.c.due_on)
_IS_LATE = is_among(slots.c.state, sorted(OWED)) & (bindparam("today", type_=Date()) > _DAY)
_DOCUMENTS = (
    select(
        slots.c.group_id,
        func.count(case((slots.c.state == SlotState.FILED, slots.c.id), else_=null())),
        func.count(slots.c.id),
        func.count(case((_IS_LATE, slots.c.id), else_=null())),
    )
    .where(
        slots.c.group_id.in_(_GROUPS),
        slots.c.code.in_(bindparam("codes", expanding=True)),
        is_among(slots.c.state, sorted(EXPECTED)),
    )
    .group_by(slots.c.group_id)
)
_MOVES = (
    select(submissions.c.group_id, submissions.c.id, submission_moves.c.kind, submission_moves.c.at)
    .select_from(submissions.join(submission_moves))
    .where(submissions.c.group_id.in_(_GROUPS), is_among(submission_moves.c.kind, sorted(group_courses.OF_REPLIES)))
    .order_by(submissions.c.group_id, submissions.c.id, submission_moves.c.id)
)
_WAITING = (
    select(submissions.c.group_id, func.count(submissions.c.id))
    .where(submissions.c.group_id.in_(_GROUPS), submissions.c.state == State.WAITING)
    .group_by(submissions.c.group_id)
)
_WORDS = ("purpose", "who", "questions", "risks")
_DAYS = ("day", "report")


class SqlMonitoring:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def plan(self, programme_id: ProgrammeId) -> MonitoringPlan:
        row = self._connection.execute(_PLAN, {"of_programme": programme_id}).mappings().first()
        if row is None:
            return MonitoringPlan(programme_id=programme_id)
        kept: dict[str, Any] = json.loads(row["fields"])
        return MonitoringPlan(
            programme_id=programme_id,
            groups=tuple(GroupId(one) for one in kept.get("groups", ())),
            checked=None if "checked" not in kept else tuple(Check(one) for one in kept["checked"]),
            methods=None if "methods" not in kept else tuple(Method(one) for one in kept["methods"]),
            filed_at=None if "filed_at" not in kept else datetime.fromisoformat(kept["filed_at"]),
            changed_by=PersonId(row["changed_by"]),
            changed_at=row["changed_at"],
            purpose=kept.get("purpose"),
            who=kept.get("who"),
            questions=kept.get("questions"),
            risks=kept.get("risks"),
            day=_day(kept.get("day")),
            report=_day(kept.get("report")),
        )

    def save(self, plan: MonitoringPlan) -> None:
        if plan.changed_by is None or plan.changed_at is None:
            raise ValueError(plan.programme_id)
        fields = json.dumps(_kept(plan), ensure_ascii=False)
        row = {"fields": fields, "changed_by": plan.changed_by, "changed_at": plan.changed_at}
        if _CHANGE.run(self._connection, {"of_programme": plan.programme_id, **row}) == 0:
            _ADD.run(self._connection, {"programme_id": plan.programme_id, **row})

    def sessions(self, group_ids: Sequence[GroupId]) -> Sequence[Session]:
        return all_of(Session, self._connection, _SESSIONS, group_ids=list(group_ids)) if group_ids else ()

    def documents(self, group_ids: Sequence[GroupId], codes: Collection[Code], today: date) -> Mapping[GroupId, Count]:
        asked = {"group_ids": list(group_ids), "codes": sorted(codes), "today": today}
        rows = self._connection.execute(_DOCUMENTS, asked).all() if group_ids and codes else ()
        return {group_id: Count(filed=filed, total=total, overdue=late) for group_id, filed, total, late in rows}

    def waits(self, group_ids: Sequence[GroupId]) -> Mapping[GroupId, Sequence[timedelta]]:
        found: dict[GroupId, list[timedelta]] = {}
        rows = self._connection.execute(_MOVES, {"group_ids": list(group_ids)}).all() if group_ids else ()
        for (group_id, _), moves in groupby(rows, key=itemgetter(0, 1)):
            found.setdefault(group_id, []).extend(group_courses.waits((kind, at) for _, _, kind, at in moves))
        return found

    def waiting(self, group_ids: Sequence[GroupId]) -> Mapping[GroupId, int]:
        rows = self._connection.execute(_WAITING, {"group_ids": list(group_ids)}).all() if group_ids else ()
        return {row[0]: row[1] for row in rows}


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)


def _kept(plan: MonitoringPlan) -> dict[str, object]:
    """Only what somebody has said."""
    said: dict[str, object] = {name: getattr(plan, name) for name in _WORDS if getattr(plan, name) is not None}
    said |= {name: getattr(plan, name).isoformat() for name in _DAYS if getattr(plan, name) is not None}
    if plan.groups:
        said["groups"] = list(plan.groups)
    if plan.checked is not None:
        said["checked"] = [one.value for one in plan.checked]
    if plan.methods is not None:
        said["methods"] = [one.value for one in plan.methods]
    if plan.filed_at is not None:
        said["filed_at"] = plan.filed_at.isoformat()
    return said
