"""Talks that a manager has with people, and what they answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from mentoring.interviews import Answer, Interview, InterviewKind, InterviewState
from storage.rows import added, all_of, one_of
from storage.statements import Statement
from storage.tables.meetings import interview_answers, interviews

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, InterviewId, PersonId, SessionId

_BY_ID = select(interviews).where(interviews.c.id == bindparam("of_id"))
_OF_GROUP = select(interviews).where(interviews.c.group_id == bindparam("of_group")).order_by(interviews.c.id)
_OF_GROUPS = (
    select(interviews)
    .where(interviews.c.group_id.in_(bindparam("group_ids", expanding=True)), interviews.c.state == InterviewState.DONE)
    .order_by(interviews.c.id)
)
_ANSWERS = Statement(
    select(interview_answers)
    .join(interviews, interviews.c.id == interview_answers.c.interview_id)
    .where(interviews.c.group_id == bindparam("of_group"))
)
_CHANGEABLE = ("group_id", "session_id", "state", "ended_at", "rating", "action", "action_by")
_CHANGE = Statement(
    update(interviews)
    .where(interviews.c.id == bindparam("of_id"), interviews.c.state == bindparam("of_state"))
    .values({name: bindparam(name) for name in _CHANGEABLE})
)
_FORGET = Statement(
    delete(interview_answers).where(
        interview_answers.c.interview_id == bindparam("of_id"), interview_answers.c.question == bindparam("of_question")
    )
)
_NOTE = Statement(insert(interview_answers))
_REGROUP = (
    update(interviews)
    .where(
        interviews.c.group_id == bindparam("old_id"),
        interviews.c.person_id.in_(bindparam("person_ids", expanding=True)),
    )
    .values(group_id=bindparam("new_id"))
)


class SqlInterviews:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(
        self,
        *,
        group_id: GroupId,
        session_id: SessionId | None,
        person_id: PersonId | None,
        kind: InterviewKind,
        asked_by: PersonId,
        now: datetime,
    ) -> Interview:
        return added(
            Interview,
            self._connection,
            interviews,
            group_id=group_id,
            session_id=session_id,
            person_id=person_id,
            kind=kind,
            state=InterviewState.OPEN,
            asked_by=asked_by,
            began_at=now,
            action="",
            action_by="",
        )

    def by_id(self, interview_id: InterviewId) -> Interview | None:
        found = one_of(Interview, self._connection, _BY_ID, of_id=interview_id)
        return None if found is None else next(iter(self._answered([found], found.group_id)))

    def of_group(self, group_id: GroupId) -> Sequence[Interview]:
        return self._answered(all_of(Interview, self._connection, _OF_GROUP, of_group=group_id), group_id)

    def of_groups(self, group_ids: Sequence[GroupId]) -> Sequence[Interview]:
        return all_of(Interview, self._connection, _OF_GROUPS, group_ids=list(group_ids)) if group_ids else ()

    def note(self, interview_id: InterviewId, answer: Answer) -> None:
        _FORGET.run(self._connection, {"of_id": interview_id, "of_question": answer.question})
        row = {"question": answer.question, "text": answer.text, "rating": answer.rating}
        _NOTE.run(self._connection, {"interview_id": interview_id, **row})

    def change(self, before: Interview, after: Interview) -> bool:
        guard = {"of_id": before.id, "of_state": before.state}
        return _CHANGE.run(self._connection, {**guard, **{name: getattr(after, name) for name in _CHANGEABLE}}) == 1

    def regroup(self, person_ids: Sequence[PersonId], *, old: GroupId, new: GroupId) -> None:
        self._connection.execute(_REGROUP, {"old_id": old, "new_id": new, "person_ids": list(person_ids)})

    def _answered(self, found: Sequence[Interview], group_id: GroupId) -> Sequence[Interview]:
        """With the answers to each."""
        answers: dict[InterviewId, list[Answer]] = {one.id: [] for one in found}
        for row in _ANSWERS.mappings(self._connection, {"of_group": group_id}):
            fields = dict(row)
            answers.get(fields.pop("interview_id"), []).append(Answer(**fields))
        return [replace(one, answers=tuple(answers[one.id])) for one in found]
