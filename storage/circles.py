"""A group as its submissions see it: who reviews now, and what everybody was called who ever did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from mentoring.people import MembershipState, Person, Role
from mentoring.submissions import Circle
from storage.rows import required
from storage.stand_ins import OF_A_MENTOR
from storage.statements import Statement
from storage.tables.life import absences
from storage.tables.people import groups, memberships, people, programmes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId

_CIRCLE = Statement(
    select(
        groups.c.name.label("group_name"),
        programmes.c.zone.label("programme_zone"),
        memberships.c.role,
        memberships.c.state,
        memberships.c.name.label("listed"),
        people,
    )
    .select_from(
        groups.join(programmes).outerjoin(memberships).outerjoin(people, people.c.id == memberships.c.person_id)
    )
    .where(groups.c.id == bindparam("group_id"))
    .order_by(memberships.c.id)
)
#: Of all times, because what deputies did goes on being told under their names.
_DEPUTIES = Statement(
    select(absences.c.absent_id, OF_A_MENTOR.label("stands_in"), people)
    .select_from(absences.join(people, people.c.id == absences.c.deputy_id))
    .where(absences.c.group_id == bindparam("group_id"))
    .order_by(absences.c.id)
)


def circle(connection: Connection, group_id: GroupId, now: datetime) -> Circle:
    rows = _CIRCLE.mappings(connection, {"group_id": group_id})
    first = required(next(iter(rows), None))
    there = [row for row in rows if row["id"] is not None]
    mentors = [_person(row) for row in there if row["role"] is Role.MENTOR and row["state"] is MembershipState.ACTIVE]
    ever = _DEPUTIES.mappings(connection, {"group_id": group_id, "now": now})
    deputies = {row["absent_id"]: _person(row) for row in ever if row["stands_in"]}
    present = {one.id: one for one in (deputies.get(mentor.id, mentor) for mentor in mentors)}
    return Circle(
        group_id=group_id,
        group=first["group_name"],
        zone=first["programme_zone"],
        mentors=tuple(present.values()),
        names={row["id"]: row["name"] for row in ever} | {row["id"]: row["listed"] for row in there},
        away={mentor.id: deputies[mentor.id] for mentor in mentors if mentor.id in deputies},
    )


def _person(row: Mapping[str, Any]) -> Person:
    return Person(**{column.name: row[column.name] for column in people.columns})
