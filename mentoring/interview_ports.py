"""What monitoring by talking needs of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ids import GroupId, InterviewId, PersonId, SessionId
    from mentoring.interviews import Answer, Interview, InterviewKind


class Interviews(Protocol):
    def begin(
        self,
        *,
        group_id: GroupId,
        session_id: SessionId | None,
        person_id: PersonId | None,
        kind: InterviewKind,
        asked_by: PersonId,
        now: datetime,
    ) -> Interview: ...

    def by_id(self, interview_id: InterviewId) -> Interview | None: ...

    def of_group(self, group_id: GroupId) -> Sequence[Interview]:
        """The oldest first."""

    def of_groups(self, group_ids: Sequence[GroupId]) -> Sequence[Interview]:
        """Those that are done, the oldest first; without their answers."""

    def note(self, interview_id: InterviewId, answer: Answer) -> None:
        """Takes the place of what was noted before."""

    def change(self, before: Interview, after: Interview) -> bool:
        """One guarded UPDATE of everything but the answers: False when its state has changed since."""

    def regroup(self, person_ids: Sequence[PersonId], *, old: GroupId, new: GroupId) -> None:
        """Talks with these people go along with them; what was said by the whole group stays."""
