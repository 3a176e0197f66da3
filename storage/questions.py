"""Questions that were asked in private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from mentoring.concerns import Question
from storage.rows import added, all_of, one_of
from storage.tables.life import questions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.concerns import Way
    from mentoring.ids import GroupId, PersonId, QuestionId

_BY_ID = select(questions).where(questions.c.id == bindparam("id"))
_OF_PERSON = select(questions).where(questions.c.person_id == bindparam("person_id")).order_by(questions.c.id)
_WAITING = (
    select(questions)
    .where(questions.c.group_id == bindparam("group_id"), questions.c.answered_at.is_(None), questions.c.text != "")
    .order_by(questions.c.id)
)
_ANSWER = (
    update(questions)
    .where(questions.c.id == bindparam("of_id"), questions.c.answered_at.is_(None))
    .values(answered_at=bindparam("now"))
)
_REGROUP = (
    update(questions)
    .where(
        questions.c.group_id == bindparam("old_id"),
        questions.c.person_id.in_(bindparam("mentee_ids", expanding=True)),
    )
    .values(group_id=bindparam("new_id"))
)


class SqlQuestions:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, *, group_id: GroupId, person_id: PersonId, way: Way, text: str, now: datetime) -> Question:
        row = {"group_id": group_id, "person_id": person_id, "way": way, "text": text, "asked_at": now}
        return added(Question, self._connection, questions, **row, answered_at=None)

    def by_id(self, question_id: QuestionId) -> Question | None:
        return one_of(Question, self._connection, _BY_ID, id=question_id)

    def answer(self, question_id: QuestionId, now: datetime) -> None:
        self._connection.execute(_ANSWER, {"of_id": question_id, "now": now})

    def waiting_in(self, group_id: GroupId) -> Sequence[Question]:
        return all_of(Question, self._connection, _WAITING, group_id=group_id)

    def of_person(self, person_id: PersonId) -> Sequence[Question]:
        return all_of(Question, self._connection, _OF_PERSON, person_id=person_id)

    def regroup(self, mentee_ids: Sequence[PersonId], *, old: GroupId, new: GroupId) -> None:
        self._connection.execute(_REGROUP, {"old_id": old, "new_id": new, "mentee_ids": list(mentee_ids)})
