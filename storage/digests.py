"""A digest's facts: one query for each kind, with the manager's own groups as the innermost filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import ColumnElement, ScalarSelect, and_, bindparam, exists, func, or_, select

from mentoring.diaries import DiaryState
from mentoring.digests import DIARIES_BACK, WEEK, Facts, GroupFacts, MissingDiary, Unreachable
from mentoring.people import MembershipState, Person, Reachability, Role
from mentoring.schedule import DueKind
from mentoring.sessions import Coming, SessionState
from mentoring.submissions import State
from storage.parcels import ParcelStatus
from storage.rows import all_of
from storage.schema import Instant
from storage.tables.outbox import outbox
from storage.tables.people import groups, managers, memberships, people
from storage.tables.schedule import PENDING, appointments
from storage.tables.sessions import diaries, session_answers, sessions
from storage.tables.submissions import submissions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PersonId

T = TypeVar("T")
_NOW = bindparam("now", type_=Instant())
_WEEK_AGO = bindparam("week_ago", type_=Instant())
_BACK = bindparam("back", type_=Instant())
_OWN = groups.c.programme_id.in_(select(managers.c.programme_id).where(managers.c.person_id == bindparam("manager_id")))
_WITH_MENTEES = (State.RETURNED, State.UNREADABLE, State.ASKED)
_TOOK_PLACE = sessions.c.state.in_([SessionState.HELD, SessionState.PLANNED]) & (sessions.c.ends_at <= _NOW)
_IS_AHEAD = (sessions.c.state == SessionState.PLANNED) & (sessions.c.ends_at > _NOW)


def _of_sessions(what: ColumnElement[T], *where: ColumnElement[bool]) -> ScalarSelect[T]:
    return select(what).where(sessions.c.group_id == groups.c.id, *where).correlate(groups).scalar_subquery()


def _of_submissions(what: ColumnElement[T], *states: State) -> ScalarSelect[T]:
    those = (submissions.c.group_id == groups.c.id, submissions.c.state.in_(states))
    return select(what).where(*those).correlate(groups).scalar_subquery()


_GROUPS = (
    select(
        groups.c.id.label("group_id"),
        groups.c.name,
        groups.c.created_at,
        _of_sessions(func.count(sessions.c.ends_at), _TOOK_PLACE, sessions.c.ends_at > _WEEK_AGO).label("held"),
        _of_sessions(func.count(sessions.c.ends_at), _IS_AHEAD).label("planned"),
        _of_sessions(func.max(sessions.c.ends_at), _TOOK_PLACE).label("last_held"),
        _of_sessions(func.min(sessions.c.starts_at), _IS_AHEAD).label("next_at"),
        _of_submissions(func.count(submissions.c.since), State.WAITING).label("waiting"),
        _of_submissions(func.min(submissions.c.since), State.WAITING).label("waiting_since"),
        _of_submissions(func.count(submissions.c.since), *_WITH_MENTEES).label("with_mentees"),
        _of_submissions(func.min(submissions.c.since), *_WITH_MENTEES).label("mentees_since"),
    )
    .where(_OWN)
    .order_by(groups.c.id)
)
_RECENT = groups.join(sessions, and_(sessions.c.group_id == groups.c.id, _TOOK_PLACE, sessions.c.ends_at > _BACK))
_MISSING = (
    select(
        groups.c.id.label("group_id"),
        sessions.c.id.label("session_id"),
        sessions.c.number,
        memberships.c.name,
    )
    .select_from(
        _RECENT.join(
            memberships,
            and_(
                memberships.c.group_id == groups.c.id,
                memberships.c.role == Role.MENTEE,
                memberships.c.state == MembershipState.ACTIVE,
                memberships.c.created_at < sessions.c.ends_at,
            ),
        )
        .outerjoin(diaries, and_(diaries.c.session_id == sessions.c.id, diaries.c.person_id == memberships.c.person_id))
        .outerjoin(
            session_answers,
            and_(session_answers.c.session_id == sessions.c.id, session_answers.c.person_id == memberships.c.person_id),
        )
    )
    .where(
        _OWN,
        or_(diaries.c.state.is_(None), diaries.c.state != DiaryState.SENT),
        or_(session_answers.c.coming.is_(None), session_answers.c.coming != Coming.NO),
    )
    .order_by(groups.c.id, sessions.c.number, memberships.c.id)
)
_DIARIES_IN = (
    select(func.count())
    .select_from(_RECENT.join(diaries, and_(diaries.c.session_id == sessions.c.id, diaries.c.state == DiaryState.SENT)))
    .where(_OWN)
)
_UNREACHABLE = (
    select(memberships.c.group_id, memberships.c.name)
    .select_from(groups.join(memberships).join(people, people.c.id == memberships.c.person_id))
    .where(_OWN, memberships.c.state == MembershipState.ACTIVE, people.c.reachability != Reachability.OK)
    .order_by(memberships.c.id)
)
_UNCERTAIN = select(func.count(outbox.c.id)).where(
    outbox.c.status == ParcelStatus.UNKNOWN,
    outbox.c.settled_at > _WEEK_AGO,
    exists().where(memberships.c.person_id == outbox.c.person_id, memberships.c.group_id == groups.c.id, _OWN),
)
_MENTORS = (
    select(memberships.c.group_id, memberships.c.name)
    .where(
        memberships.c.group_id.in_(bindparam("group_ids", expanding=True)),
        memberships.c.role == Role.MENTOR,
        memberships.c.state == MembershipState.ACTIVE,
    )
    .order_by(memberships.c.id)
)
_WITHOUT_APPOINTMENT = select(people).where(
    people.c.id.in_(select(managers.c.person_id)),
    ~exists().where(PENDING, appointments.c.kind == DueKind.DIGEST, appointments.c.subject_id == people.c.id),
)


class SqlDigests:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def facts(self, manager_id: PersonId, now: datetime) -> Facts:
        asked = {"manager_id": manager_id, "now": now, "week_ago": now - WEEK, "back": now - DIARIES_BACK}
        return Facts(
            groups=all_of(GroupFacts, self._connection, _GROUPS, **asked),
            missing=all_of(MissingDiary, self._connection, _MISSING, **asked),
            unreachable=all_of(Unreachable, self._connection, _UNREACHABLE, **asked),
            diaries_in=self._connection.scalar(_DIARIES_IN, asked) or 0,
            uncertain=self._connection.scalar(_UNCERTAIN, asked) or 0,
        )

    def mentors_of(self, group_ids: Sequence[GroupId]) -> Mapping[GroupId, Sequence[str]]:
        found: dict[GroupId, list[str]] = {}
        for row in self._connection.execute(_MENTORS, {"group_ids": list(group_ids)}).mappings():
            found.setdefault(row["group_id"], []).append(row["name"])
        return found

    def without_appointment(self) -> Sequence[Person]:
        return all_of(Person, self._connection, _WITHOUT_APPOINTMENT)
