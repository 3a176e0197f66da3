"""Diaries and their answers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update

from mentoring.attendance import HERE
from mentoring.diaries import Diary, DiaryAnswer, DiaryState
from mentoring.people import MembershipState, Role
from mentoring.sessions import Coming, Session, SessionState
from storage.rows import all_of, one_of, required
from storage.tables.meetings import attendance
from storage.tables.people import memberships
from storage.tables.sessions import diaries, diary_answers, session_answers, sessions
from storage.tables.submissions import attachments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import PersonId, SessionId

_OF = select(diaries).where(
    diaries.c.session_id == bindparam("session_id"), diaries.c.person_id == bindparam("person_id")
)
_ANSWERS = (
    select(diary_answers.c.question, diary_answers.c.text, diary_answers.c.voice)
    .where(diary_answers.c.diary_id == bindparam("diary_id"))
    .order_by(diary_answers.c.question)
)
_BEGIN = insert(diaries)
_FORGET_ANSWER = delete(diary_answers).where(
    diary_answers.c.diary_id == bindparam("of_diary"), diary_answers.c.question == bindparam("of_question")
)
_NOTE = insert(diary_answers)
_CLEAR = (
    delete(diary_answers).where(diary_answers.c.diary_id == bindparam("of_diary")),
    delete(attachments).where(attachments.c.diary_id == bindparam("of_diary")),
)
_SEND = (
    update(diaries)
    .where(diaries.c.id == bindparam("of_diary"), diaries.c.state == DiaryState.WRITING)
    .values(state=DiaryState.SENT, sent_at=bindparam("now"))
)
_WRITTEN_AT = (
    select(sessions)
    .join(diaries, diaries.c.session_id == sessions.c.id)
    .where(
        diaries.c.person_id == bindparam("person_id"),
        diaries.c.state == DiaryState.SENT,
        diaries.c.begun_at < bindparam("after"),
        diaries.c.sent_at >= bindparam("at"),
    )
    .order_by(diaries.c.sent_at)
)
#: Telegram tells when a message was written in whole seconds.
_A_SECOND = timedelta(seconds=1)
_OWED = (
    select(sessions)
    .select_from(
        sessions.join(memberships, memberships.c.group_id == sessions.c.group_id)
        .outerjoin(
            session_answers,
            and_(session_answers.c.session_id == sessions.c.id, session_answers.c.person_id == memberships.c.person_id),
        )
        .outerjoin(diaries, and_(diaries.c.session_id == sessions.c.id, diaries.c.person_id == memberships.c.person_id))
        .outerjoin(
            attendance,
            and_(attendance.c.session_id == sessions.c.id, attendance.c.person_id == memberships.c.person_id),
        )
    )
    .where(
        memberships.c.person_id == bindparam("person_id"),
        memberships.c.role == Role.MENTEE,
        memberships.c.state == MembershipState.ACTIVE,
        memberships.c.created_at < sessions.c.ends_at,
        sessions.c.state.in_([SessionState.PLANNED, SessionState.HELD]),
        sessions.c.ends_at > bindparam("since"),
        func.coalesce(sessions.c.finished_at, sessions.c.ends_at) <= bindparam("now"),
        or_(
            attendance.c.presence.in_(HERE),
            and_(
                attendance.c.presence.is_(None),
                or_(session_answers.c.coming.is_(None), session_answers.c.coming != Coming.NO),
            ),
        ),
        or_(diaries.c.state.is_(None), diaries.c.state != DiaryState.SENT),
    )
    .order_by(sessions.c.ends_at)
)


class SqlDiaries:
    """`changed` are the sessions whose diaries this transaction has sent."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.changed: set[SessionId] = set()

    def of(self, session_id: SessionId, person_id: PersonId) -> Diary | None:
        found = {"session_id": session_id, "person_id": person_id}
        row = self._connection.execute(_OF, found).mappings().first()
        if row is None:
            return None
        return Diary(**row, answers=tuple(all_of(DiaryAnswer, self._connection, _ANSWERS, diary_id=row["id"])))

    def begin(self, session_id: SessionId, person_id: PersonId, now: datetime) -> Diary:
        row = {"session_id": session_id, "person_id": person_id, "state": DiaryState.WRITING}
        self._connection.execute(_BEGIN, {**row, "begun_at": now, "sent_at": None})
        return required(self.of(session_id, person_id))

    def note(self, diary: Diary, answer: DiaryAnswer) -> None:
        self._connection.execute(_FORGET_ANSWER, {"of_diary": diary.id, "of_question": answer.question})
        row = {"diary_id": diary.id, "question": answer.question, "text": answer.text, "voice": answer.voice}
        self._connection.execute(_NOTE, row)

    def clear(self, diary: Diary) -> None:
        for statement in _CLEAR:
            self._connection.execute(statement, {"of_diary": diary.id})

    def send(self, diary: Diary, now: datetime) -> bool:
        self.changed.add(diary.session_id)
        return self._connection.execute(_SEND, {"of_diary": diary.id, "now": now}).rowcount == 1

    def written_at(self, person_id: PersonId, at: datetime) -> Session | None:
        return one_of(Session, self._connection, _WRITTEN_AT, person_id=person_id, at=at, after=at + _A_SECOND)

    def owed(self, person_id: PersonId, *, since: datetime, now: datetime) -> Sequence[Session]:
        return all_of(Session, self._connection, _OWED, person_id=person_id, since=since, now=now)
