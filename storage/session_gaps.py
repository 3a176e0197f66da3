"""Groups for which nothing is planned."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

from sqlalchemy import Date, bindparam, exists, func, or_, select

from mentoring.groups import GroupState
from mentoring.happenings import HappeningKind
from mentoring.sessions import SessionState
from storage.schema import Instant
from storage.statements import Statement
from storage.tables.life import happenings
from storage.tables.people import groups, programmes
from storage.tables.sessions import sessions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId

_NOW = bindparam("now", type_=Instant())
_IS_AHEAD = exists().where(
    sessions.c.group_id == groups.c.id,
    or_(
        sessions.c.state == SessionState.RUNNING,
        (sessions.c.state == SessionState.PLANNED) & (sessions.c.ends_at > _NOW),
    ),
)
_LAST_END = (
    select(func.max(sessions.c.ends_at))
    .where(sessions.c.group_id == groups.c.id, sessions.c.ends_at <= _NOW)
    .correlate(groups)
    .scalar_subquery()
)
_IS_ASKED = exists().where(
    happenings.c.group_id == groups.c.id,
    happenings.c.kind == HappeningKind.PLAN_ASKED,
    happenings.c.at >= func.coalesce(_LAST_END, groups.c.created_at),
)
_WITHOUT_PLAN = Statement(
    select(groups.c.id)
    .join(programmes, programmes.c.id == groups.c.programme_id)
    .where(
        groups.c.state == GroupState.RUNNING,
        or_(programmes.c.ends_on.is_(None), programmes.c.ends_on >= bindparam("yesterday", type_=Date())),
        ~_IS_AHEAD,
        ~_IS_ASKED,
    )
    .order_by(groups.c.id)
)


class SqlSessionGaps:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def without_plan(self, now: datetime) -> Sequence[GroupId]:
        asked = {"now": now, "yesterday": now.date() - timedelta(days=1)}
        return [cast("GroupId", group_id) for (group_id,) in _WITHOUT_PLAN.rows(self._connection, asked)]
