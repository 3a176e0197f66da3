"""Sessions and the people in them, as the use cases ask for them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, func, insert, select, update

from mentoring.people import MembershipState, Person
from mentoring.sessions import Attendant, Guest, Session, SessionState
from storage.rows import added, all_of, one_of
from storage.session_deputies import StandIns
from storage.tables.meetings import attendance
from storage.tables.people import groups, memberships, people
from storage.tables.sessions import diaries, session_answers, sessions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from mentoring.ids import GroupId, PersonId, SessionId
    from mentoring.sessions import Coming, Place, SessionKind, Stage

_OF_A_PERSON = tuple(field.name for field in dataclasses.fields(Person))

_BY_ID = select(sessions).where(sessions.c.id == bindparam("id"))
_BY_IDS = select(sessions).where(sessions.c.id.in_(bindparam("ids", expanding=True)))
_NEXT_NUMBER = select(func.coalesce(func.max(sessions.c.number), 0) + 1).where(
    sessions.c.group_id == bindparam("group_id")
)
#: What `change` may change; who is responsible for it is handed over, and the rest stays as it is.
_CHANGEABLE = (
    *("kind", "stage", "starts_at", "ends_at", "wall_time", "zone", "place", "address", "state", "moves"),
    *("topic", "aim", "goals", "preparation", "homework", "documents", "responsible", "reason"),
    *("began_at", "finished_at", "begun_by", "keeps_record"),
)
_CHANGE = (
    update(sessions)
    .where(sessions.c.id == bindparam("of_id"), sessions.c.revision == bindparam("of_revision"))
    .values({name: bindparam(name) for name in _CHANGEABLE} | {"revision": sessions.c.revision + 1})
)
_LAST_PLANNED = (
    select(sessions.c.group_id)
    .where(
        sessions.c.group_id.in_(bindparam("group_ids", expanding=True)),
        sessions.c.planned_by == bindparam("person_id"),
    )
    .order_by(sessions.c.created_at.desc(), sessions.c.id.desc())
    .limit(1)
)
_HAND_OVER = (
    update(sessions)
    .where(
        sessions.c.group_id == bindparam("of_group"),
        sessions.c.planned_by == bindparam("old"),
        sessions.c.state == SessionState.PLANNED,
        sessions.c.ends_at > bindparam("now"),
    )
    .values(planned_by=bindparam("new"))
)
_OF_GROUPS = (
    select(sessions)
    .where(
        sessions.c.group_id.in_(bindparam("group_ids", expanding=True)),
        sessions.c.ends_at > bindparam("since"),
    )
    .order_by(sessions.c.starts_at, sessions.c.id)
)
_IS_THERE = and_(memberships.c.group_id == sessions.c.group_id, memberships.c.state == MembershipState.ACTIVE)
_IS_THEIR_ANSWER = and_(session_answers.c.session_id == sessions.c.id, session_answers.c.person_id == people.c.id)
_ATTENDANTS = (
    select(
        sessions.c.id.label("session_id"),
        groups.c.name.label("group_name"),
        memberships.c.name.label("listed"),
        memberships.c.role,
        session_answers.c.coming,
        diaries.c.state.label("diary"),
        attendance.c.presence,
        func.coalesce(session_answers.c.reason, "").label("reason"),
        *(people.c[name] for name in _OF_A_PERSON),
    )
    .select_from(
        sessions.join(groups)
        .join(memberships, _IS_THERE)
        .join(people, people.c.id == memberships.c.person_id)
        .outerjoin(session_answers, _IS_THEIR_ANSWER)
        .outerjoin(diaries, and_(diaries.c.session_id == sessions.c.id, diaries.c.person_id == people.c.id))
        .outerjoin(attendance, and_(attendance.c.session_id == sessions.c.id, attendance.c.person_id == people.c.id))
    )
    .where(sessions.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(memberships.c.id)
)
_GUESTS = (
    select(
        sessions.c.id,
        groups.c.name,
        people.c.id.label("person_id"),
        people.c.telegram_id,
        people.c.language,
        people.c.zone,
        people.c.reachability,
        memberships.c.role,
        session_answers.c.coming,
        memberships.c.name.label("listed"),
        people.c.snoozed_until,
    )
    .select_from(
        sessions.join(groups)
        .join(memberships, _IS_THERE)
        .join(people, people.c.id == memberships.c.person_id)
        .outerjoin(session_answers, _IS_THEIR_ANSWER)
    )
    .where(sessions.c.id.in_(bindparam("ids", expanding=True)))
)
_CHANGE_ANSWER = (
    update(session_answers)
    .where(
        session_answers.c.session_id == bindparam("of_session_id"),
        session_answers.c.person_id == bindparam("of_person_id"),
    )
    .values(coming=bindparam("coming"), at=bindparam("at"), reason="")
)
_ADD_ANSWER = insert(session_answers)
_GIVE_REASON = (
    update(session_answers)
    .where(
        session_answers.c.session_id == bindparam("of_session_id"),
        session_answers.c.person_id == bindparam("of_person_id"),
    )
    .values(reason=bindparam("new_reason"))
)
_FORGET_ANSWERS = delete(session_answers).where(session_answers.c.session_id == bindparam("of_session_id"))


class SqlSessions:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self.changed_groups: set[GroupId] = set()
        self.touched = False

    def add(
        self,
        *,
        group_id: GroupId,
        kind: SessionKind,
        starts_at: datetime,
        ends_at: datetime,
        wall_time: str,
        zone: str,
        place: Place,
        address: str,
        planned_by: PersonId,
        now: datetime,
        stage: Stage | None = None,
    ) -> Session:
        self.changed_groups.add(group_id)
        return added(
            Session,
            self._connection,
            sessions,
            group_id=group_id,
            number=self._connection.scalar(_NEXT_NUMBER, {"group_id": group_id}) or 1,
            kind=kind,
            stage=stage,
            starts_at=starts_at,
            ends_at=ends_at,
            wall_time=wall_time,
            zone=zone,
            place=place,
            address=address,
            state=SessionState.PLANNED,
            moves=0,
            planned_by=planned_by,
            created_at=now,
        )

    def last_planned(self, person_id: PersonId, group_ids: Sequence[GroupId]) -> GroupId | None:
        return self._connection.scalar(_LAST_PLANNED, {"person_id": person_id, "group_ids": list(group_ids)})

    def hand_over(self, group_id: GroupId, old: PersonId, new: PersonId, now: datetime) -> None:
        self._connection.execute(_HAND_OVER, {"of_group": group_id, "old": old, "new": new, "now": now})

    def by_id(self, session_id: SessionId) -> Session | None:
        return one_of(Session, self._connection, _BY_ID, id=session_id)

    def by_ids(self, session_ids: Sequence[SessionId]) -> Sequence[Session]:
        return all_of(Session, self._connection, _BY_IDS, ids=list(session_ids))

    def change(self, before: Session, after: Session) -> bool:
        self.changed_groups.add(before.group_id)
        self.touched = self.touched or before.state is not after.state
        guard = {"of_id": before.id, "of_revision": before.revision}
        values = {name: getattr(after, name) for name in _CHANGEABLE}
        return self._connection.execute(_CHANGE, {**guard, **values}).rowcount == 1

    def of_groups(self, group_ids: Sequence[GroupId], *, since: datetime) -> Sequence[Session]:
        return all_of(Session, self._connection, _OF_GROUPS, group_ids=list(group_ids), since=since)

    def attendants(self, session_ids: Sequence[SessionId]) -> Sequence[Attendant]:
        there = [*_as_attendants(self._connection.execute(_ATTENDANTS, {"ids": list(session_ids)}).all())]
        return StandIns(self._connection, session_ids, self._now).among_attendants(there)

    def guests(self, session_ids: Sequence[SessionId]) -> Sequence[Guest]:
        there = [*_as_guests(self._connection.execute(_GUESTS, {"ids": list(session_ids)}).all())]
        return StandIns(self._connection, session_ids, self._now).among_guests(there)

    def answer(self, session_id: SessionId, person_id: PersonId, coming: Coming, now: datetime) -> None:
        changed = {"of_session_id": session_id, "of_person_id": person_id, "coming": coming, "at": now}
        if self._connection.execute(_CHANGE_ANSWER, changed).rowcount == 0:
            row = {"session_id": session_id, "person_id": person_id, "coming": coming, "at": now}
            self._connection.execute(_ADD_ANSWER, row)

    def give_reason(self, session_id: SessionId, person_id: PersonId, reason: str) -> None:
        answered = {"of_session_id": session_id, "of_person_id": person_id, "new_reason": reason}
        self._connection.execute(_GIVE_REASON, answered)

    def forget_answers(self, session_id: SessionId) -> None:
        self._connection.execute(_FORGET_ANSWERS, {"of_session_id": session_id})


def _as_attendants(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[Attendant]:
    """By the order of the statement's columns."""
    for session_id, group, name, role, coming, diary, presence, reason, *person in rows:
        yield Attendant(
            session_id=session_id,
            group=group,
            person=Person(**dict(zip(_OF_A_PERSON, person, strict=True))),
            name=name,
            role=role,
            coming=coming,
            diary=diary,
            presence=presence,
            reason=reason,
        )


def _as_guests(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[Guest]:
    for session_id, group, person_id, telegram_id, language, zone, reachability, role, coming, name, snoozed in rows:
        yield Guest(
            session_id=session_id,
            group=group,
            person_id=person_id,
            telegram_id=telegram_id,
            language=language,
            zone=zone,
            reachability=reachability,
            role=role,
            coming=coming,
            name=name,
            snoozed_until=snoozed,
        )
