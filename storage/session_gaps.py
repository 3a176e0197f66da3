"""Groups for which nothing is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sqlalchemy import bindparam, exists, or_, select

from mentoring.groups import GroupState
from mentoring.sessions import SessionState
from storage.schema import Instant
from storage.statements import Statement
from storage.tables.people import groups
from storage.tables.sessions import sessions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId

_IS_AHEAD = exists().where(
    sessions.c.group_id == groups.c.id,
    or_(
        sessions.c.state == SessionState.RUNNING,
        (sessions.c.state == SessionState.PLANNED) & (sessions.c.ends_at > bindparam("now", type_=Instant())),
    ),
)
_WITHOUT_PLAN = Statement(
    select(groups.c.id).where(groups.c.state == GroupState.RUNNING, ~_IS_AHEAD).order_by(groups.c.id)
)


class SqlSessionGaps:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def without_plan(self, now: datetime) -> Sequence[GroupId]:
        return [cast("GroupId", group_id) for (group_id,) in _WITHOUT_PLAN.rows(self._connection, {"now": now})]
