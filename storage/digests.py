"""A digest's facts: one query for each kind, with the manager's own groups as the innermost filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Case, ColumnElement, and_, bindparam, case, exists, func, null, or_, select, union_all

from mentoring.attendance import HERE
from mentoring.diaries import DiaryState
from mentoring.digests import DIARIES_BACK, NO_DOCUMENTS, WEEK, Facts, GroupFacts, MissingDiary, Unreachable
from mentoring.groups import GroupState
from mentoring.people import MembershipState, Person, Reachability, Role
from mentoring.places import FINISHED
from mentoring.readiness import EXPECTED, Count
from mentoring.schedule import DueKind
from mentoring.sessions import Coming, SessionState
from mentoring.slots import OWED, SlotState
from mentoring.submissions import State
from storage.parcels import ParcelStatus
from storage.rows import all_of
from storage.schema import Instant
from storage.stand_ins import OF_A_MANAGER, OF_A_MENTOR
from storage.statements import Statement, is_among
from storage.tables.documents import slots
from storage.tables.life import absences
from storage.tables.meetings import attendance
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

_NOW = bindparam("now", type_=Instant())
_WEEK_AGO = bindparam("week_ago", type_=Instant())
_BACK = bindparam("back", type_=Instant())
_OWN = groups.c.programme_id.in_(
    union_all(
        select(managers.c.programme_id).where(managers.c.person_id == bindparam("manager_id")),
        select(absences.c.programme_id).where(absences.c.deputy_id == bindparam("manager_id"), OF_A_MANAGER),
    )
)
_WITH_MENTEES = (State.RETURNED, State.UNREADABLE, State.ASKED)
_HELD = is_among(sessions.c.state, (SessionState.HELD, SessionState.PLANNED))
_TOOK_PLACE = _HELD & (sessions.c.ends_at <= _NOW)
_IS_AHEAD = (sessions.c.state == SessionState.PLANNED) & (sessions.c.ends_at > _NOW)


def _if(holds: ColumnElement[bool], value: ColumnElement[datetime]) -> Case[datetime | None]:
    return case((holds, value), else_=null())


#: Every query begins here, so that other managers' groups cost nothing.
_OWN_GROUPS = select(groups.c.id).where(_OWN, groups.c.state == GroupState.RUNNING)
_GROUPS = Statement(select(groups.c.id, groups.c.name, groups.c.created_at).where(groups.c.id.in_(_OWN_GROUPS)))
#: Each walks its covering index once, in the order of the groups.
_SESSIONS = Statement(
    select(
        sessions.c.group_id,
        func.count(_if(_TOOK_PLACE & (sessions.c.ends_at > _WEEK_AGO), sessions.c.ends_at)),
        func.count(_if(_IS_AHEAD, sessions.c.ends_at)),
        func.max(_if(_TOOK_PLACE, sessions.c.ends_at), type_=Instant()),
        func.min(_if(_IS_AHEAD, sessions.c.starts_at), type_=Instant()),
    )
    .where(sessions.c.group_id.in_(_OWN_GROUPS), _HELD)
    .group_by(sessions.c.group_id)
)
_SUBMISSIONS = Statement(
    select(
        submissions.c.group_id,
        func.count(_if(submissions.c.state == State.WAITING, submissions.c.since)),
        func.min(_if(submissions.c.state == State.WAITING, submissions.c.since), type_=Instant()),
        func.count(_if(submissions.c.state != State.WAITING, submissions.c.since)),
        func.min(_if(submissions.c.state != State.WAITING, submissions.c.since), type_=Instant()),
    )
    .where(
        submissions.c.group_id.in_(_OWN_GROUPS),
        is_among(submissions.c.state, (State.WAITING, *_WITH_MENTEES)),
    )
    .group_by(submissions.c.group_id)
)
_DAY = func.coalesce(slots.c.extended_to, slots.c.due_on)
_IS_LATE = is_among(slots.c.state, sorted(OWED)) & (bindparam("today") > _DAY)
_DOCUMENTS = Statement(
    select(
        slots.c.group_id,
        func.count(case((slots.c.state == SlotState.FILED, slots.c.id), else_=null())),
        func.count(slots.c.id),
        func.count(case((_IS_LATE, slots.c.id), else_=null())),
    )
    .where(slots.c.group_id.in_(_OWN_GROUPS), is_among(slots.c.state, sorted(EXPECTED)))
    .group_by(slots.c.group_id)
)
_IS_RECENT = sessions.c.group_id.in_(_OWN_GROUPS) & _TOOK_PLACE & (sessions.c.ends_at > _BACK)
#: Nothing is added: it keeps SQLite from beginning with everybody and looking for their sessions.
_GROUP_OF_SESSION = sessions.c.group_id + 0
_MISSING = Statement(
    select(sessions.c.group_id, memberships.c.id, memberships.c.name)
    .select_from(
        sessions.join(
            memberships,
            and_(
                memberships.c.group_id == _GROUP_OF_SESSION,
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
        .outerjoin(
            attendance,
            and_(attendance.c.session_id == sessions.c.id, attendance.c.person_id == memberships.c.person_id),
        )
    )
    .where(
        _IS_RECENT,
        or_(diaries.c.state.is_(None), diaries.c.state != DiaryState.SENT),
        or_(
            attendance.c.presence.in_(HERE),
            and_(
                attendance.c.presence.is_(None),
                or_(session_answers.c.coming.is_(None), session_answers.c.coming != Coming.NO),
            ),
        ),
    )
)
#: Whoever has left or was removed counts neither among the diaries that are in nor among those that are missing.
_DIARIES_IN = Statement(
    select(func.count())
    .select_from(
        sessions.join(diaries).join(
            memberships,
            and_(
                memberships.c.person_id == diaries.c.person_id,
                memberships.c.group_id == _GROUP_OF_SESSION,
                memberships.c.role == Role.MENTEE,
                is_among(memberships.c.state, (MembershipState.ACTIVE, MembershipState.PAUSED, *sorted(FINISHED))),
            ),
        )
    )
    .where(_IS_RECENT, diaries.c.state == DiaryState.SENT)
)
_COMPLETED = Statement(
    select(func.count())
    .select_from(memberships)
    .where(
        memberships.c.group_id.in_(select(groups.c.id).where(_OWN)),
        memberships.c.role == Role.MENTEE,
        is_among(memberships.c.state, sorted(FINISHED)),
    )
)
_UNREACHABLE = Statement(
    select(memberships.c.id, memberships.c.group_id, memberships.c.name, people.c.reachability)
    .select_from(memberships.join(people, people.c.id == memberships.c.person_id))
    .where(
        memberships.c.group_id.in_(_OWN_GROUPS),
        memberships.c.state == MembershipState.ACTIVE,
        people.c.reachability != Reachability.OK,
    )
)
_UNCERTAIN = Statement(
    select(func.count(outbox.c.id)).where(
        outbox.c.status == ParcelStatus.UNKNOWN,
        outbox.c.settled_at > _WEEK_AGO,
        exists().where(memberships.c.person_id == outbox.c.person_id, memberships.c.group_id == groups.c.id, _OWN),
    )
)
_MENTORS = (
    select(memberships.c.group_id, memberships.c.person_id, memberships.c.name)
    .where(
        memberships.c.group_id.in_(bindparam("group_ids", expanding=True)),
        memberships.c.role == Role.MENTOR,
        memberships.c.state == MembershipState.ACTIVE,
    )
    .order_by(memberships.c.id)
)
_DEPUTIES = (
    select(absences.c.group_id, absences.c.absent_id, people.c.name)
    .select_from(absences.join(people, people.c.id == absences.c.deputy_id))
    .where(OF_A_MENTOR, absences.c.group_id.in_(bindparam("group_ids", expanding=True)))
)
_WITHOUT_APPOINTMENT = select(people).where(
    or_(
        people.c.id.in_(select(managers.c.person_id)),
        people.c.id.in_(select(absences.c.deputy_id).where(OF_A_MANAGER)),
    ),
    ~exists().where(PENDING, appointments.c.kind == DueKind.DIGEST, appointments.c.subject_id == people.c.id),
)


#: A group without sessions, and one without submissions.
_NONE = (0, 0, 0, None, None)
_NOTHING = (0, 0, None, 0, None)


class SqlDigests:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def facts(self, manager_id: PersonId, now: datetime) -> Facts:
        asked: dict[str, object] = {"manager_id": manager_id, "now": now, "today": now.date()}
        asked |= {"week_ago": now - WEEK, "back": now - DIARIES_BACK}
        unreachable = sorted(self._rows(_UNREACHABLE, asked))
        on_paper = {membership_id for membership_id, _, _, why in unreachable if why is Reachability.ON_PAPER}
        return Facts(
            groups=self._groups(asked),
            missing=[
                MissingDiary(group_id=group_id, name=name)
                for group_id, membership_id, name in sorted(self._rows(_MISSING, asked))
                if membership_id not in on_paper
            ],
            unreachable=[
                Unreachable(group_id=group_id, name=name)
                for membership_id, group_id, name, _ in unreachable
                if membership_id not in on_paper
            ],
            completed=self._rows(_COMPLETED, asked)[0][0],
            diaries_in=self._rows(_DIARIES_IN, asked)[0][0],
            uncertain=self._rows(_UNCERTAIN, asked)[0][0],
        )

    def _rows(self, statement: Statement, asked: Mapping[str, object]) -> Sequence[tuple[Any, ...]]:
        return statement.rows(self._connection, asked)

    def _groups(self, asked: Mapping[str, object]) -> Sequence[GroupFacts]:
        met = {row[0]: row for row in self._rows(_SESSIONS, asked)}
        sent = {row[0]: row for row in self._rows(_SUBMISSIONS, asked)}
        owed = {row[0]: Count(filed=row[1], total=row[2], overdue=row[3]) for row in self._rows(_DOCUMENTS, asked)}
        found = []
        for group_id, name, created_at in sorted(self._rows(_GROUPS, asked)):
            _, held, planned, last_held, next_at = met.get(group_id, _NONE)
            _, waiting, waiting_since, with_mentees, mentees_since = sent.get(group_id, _NOTHING)
            found.append(
                GroupFacts(
                    group_id=group_id,
                    name=name,
                    held=held,
                    planned=planned,
                    last_held=last_held,
                    next_at=next_at,
                    waiting=waiting,
                    waiting_since=waiting_since,
                    with_mentees=with_mentees,
                    mentees_since=mentees_since,
                    created_at=created_at,
                    documents=owed.get(group_id, NO_DOCUMENTS),
                )
            )
        return found

    def mentors_of(self, group_ids: Sequence[GroupId]) -> Mapping[GroupId, Sequence[str]]:
        asked: Mapping[str, object] = {"group_ids": list(group_ids), "now": self._now}
        found: dict[GroupId, dict[str, None]] = {}
        away = {(row[0], row[1]): row[2] for row in self._connection.execute(_DEPUTIES, asked).all()}
        for group_id, person_id, name in self._connection.execute(_MENTORS, asked).all():
            found.setdefault(group_id, {})[away.get((group_id, person_id), name)] = None
        return {group_id: list(names) for group_id, names in found.items()}

    def without_appointment(self, now: datetime) -> Sequence[Person]:
        return all_of(Person, self._connection, _WITHOUT_APPOINTMENT, now=now)
