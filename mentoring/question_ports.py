"""What the use cases ask of the record about questions that were asked in private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.concerns import Question, Way
    from mentoring.ids import GroupId, PersonId, QuestionId


class Questions(Protocol):
    def add(self, *, group_id: GroupId, person_id: PersonId, way: Way, text: str, now: datetime) -> Question: ...

    def by_id(self, question_id: QuestionId) -> Question | None: ...

    def answer(self, question_id: QuestionId, now: datetime) -> None:
        """Any number of answers can follow; the first one counts."""

    def waiting_in(self, group_id: GroupId) -> Sequence[Question]:
        """What nobody has answered, the oldest first; but for what whoever asked it is erased from."""

    def of_person(self, person_id: PersonId) -> Sequence[Question]:
        """Oldest first."""

    def regroup(self, mentee_ids: Sequence[PersonId], *, old: GroupId, new: GroupId) -> None:
        """What was asked in one group can be answered in the one that they have gone to."""
