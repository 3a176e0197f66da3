"""Who has not been heard of while something is expected: what is open first, then when they last did anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, and_, bindparam, exists, func, or_, select, union_all

from mentoring.diaries import DiaryState
from mentoring.groups import GroupState
from mentoring.people import MembershipState, Role
from mentoring.sessions import Coming, SessionState
from mentoring.silence import FORGOTTEN, NOTHING_BEFORE, Silence
from mentoring.submissions import State
from storage.schema import Instant
from storage.tables.people import groups, memberships
from storage.tables.sessions import diaries, session_answers, sessions
from storage.tables.submissions import submission_moves, submissions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import PersonId

_IS_THERE = (memberships.c.state == MembershipState.ACTIVE) & (groups.c.state == GroupState.RUNNING)
_SINCE = bindparam("since", type_=Instant())
_UNTIL = bindparam("until", type_=Instant())
_WITH_MENTEE = (State.RETURNED, State.UNREADABLE, State.ASKED)
_COLUMNS = ("id", "person_id", "group_id", "role", "name", "created_at", "changed_at")

_DIARIES = (
    select(memberships.c.id, func.min(sessions.c.ends_at, type_=Instant()).label("expected"))
    .select_from(
        sessions.join(groups)
        .join(memberships, memberships.c.group_id == sessions.c.group_id)
        .outerjoin(
            session_answers,
            and_(session_answers.c.session_id == sessions.c.id, session_answers.c.person_id == memberships.c.person_id),
        )
        .outerjoin(diaries, and_(diaries.c.session_id == sessions.c.id, diaries.c.person_id == memberships.c.person_id))
    )
    .where(
        _IS_THERE,
        memberships.c.role == Role.MENTEE,
        sessions.c.state.in_([SessionState.PLANNED, SessionState.HELD]),
        sessions.c.ends_at > _SINCE,
        sessions.c.ends_at <= _UNTIL,
        memberships.c.created_at < sessions.c.ends_at,
        or_(diaries.c.state.is_(None), diaries.c.state != DiaryState.SENT),
        or_(session_answers.c.coming.is_(None), session_answers.c.coming != Coming.NO),
    )
    .group_by(memberships.c.id)
)
_others = memberships.alias()
#: Another mentor, who is still there, has taken it.
_HAS_ANOTHER = exists().where(
    _others.c.group_id == submissions.c.group_id,
    _others.c.person_id == submissions.c.taken_by,
    _others.c.role == Role.MENTOR,
    _others.c.state == MembershipState.ACTIVE,
    _others.c.id != memberships.c.id,
)
_WORK = (
    select(memberships.c.id, func.min(submissions.c.since, type_=Instant()).label("expected"))
    .select_from(submissions.join(groups).join(memberships, memberships.c.group_id == submissions.c.group_id))
    .where(
        _IS_THERE,
        submissions.c.since > _SINCE,
        submissions.c.since <= _UNTIL,
        or_(
            and_(
                submissions.c.state.in_(_WITH_MENTEE),
                memberships.c.role == Role.MENTEE,
                memberships.c.person_id == submissions.c.mentee_id,
            ),
            and_(
                submissions.c.state == State.WAITING,
                memberships.c.role == Role.MENTOR,
                ~_HAS_ANOTHER,
            ),
        ),
    )
    .group_by(memberships.c.id)
)
_MEMBERS = select(*(memberships.c[name] for name in _COLUMNS)).where(
    memberships.c.id.in_(bindparam("ids", expanding=True)), memberships.c.person_id.is_not(None)
)
_PEOPLE: BindParameter[int] = bindparam("people", expanding=True)
_SIGNS = union_all(
    select(submission_moves.c.person_id, func.max(submission_moves.c.at, type_=Instant()).label("at"))
    .where(submission_moves.c.person_id.in_(_PEOPLE))
    .group_by(submission_moves.c.person_id),
    select(diaries.c.person_id, func.max(func.coalesce(diaries.c.sent_at, diaries.c.begun_at), type_=Instant()))
    .where(diaries.c.person_id.in_(_PEOPLE))
    .group_by(diaries.c.person_id),
    select(session_answers.c.person_id, func.max(session_answers.c.at, type_=Instant()))
    .where(session_answers.c.person_id.in_(_PEOPLE))
    .group_by(session_answers.c.person_id),
)


class SqlSilences:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, now: datetime) -> Sequence[Silence]:
        expected = self._expected(now)
        members = self._connection.execute(_MEMBERS, {"ids": list(expected)}).all()
        signs = self._signs(list({one.person_id for one in members}))
        return [
            Silence(
                membership_id=one.id,
                person_id=one.person_id,
                group_id=one.group_id,
                role=one.role,
                name=one.name,
                since=max(
                    expected[one.id], one.changed_at or one.created_at, signs.get(one.person_id, expected[one.id])
                ),
            )
            for one in members
        ]

    def _expected(self, now: datetime) -> Mapping[int, datetime]:
        """Of each membership, what has been open the longest."""
        span = {"since": now - FORGOTTEN, "until": now - NOTHING_BEFORE}
        found: dict[int, datetime] = {}
        for query in (_DIARIES, _WORK):
            for membership_id, at in self._connection.execute(query, span).all():
                found[membership_id] = min(at, found.get(membership_id, at))
        return found

    def _signs(self, people: Sequence[PersonId]) -> Mapping[PersonId, datetime]:
        found: dict[PersonId, datetime] = {}
        for person_id, at in self._connection.execute(_SIGNS, {"people": list(people)}).all():
            found[person_id] = max(at, found.get(person_id, at))
        return found
