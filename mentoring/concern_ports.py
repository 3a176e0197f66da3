"""What the use cases ask of the record about concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.concerns import Concern, ConcernFile
    from mentoring.ids import ConcernId, GroupId, PersonId, ProgrammeId


class Concerns(Protocol):
    """Written once; only who takes care of it is added later."""

    def add(
        self,
        *,
        programme_id: ProgrammeId,
        group_id: GroupId | None,
        person_id: PersonId,
        text: str,
        about_id: PersonId | None,
        now: datetime,
    ) -> Concern: ...

    def by_id(self, concern_id: ConcernId) -> Concern | None: ...

    def files_of(self, concern_id: ConcernId) -> Sequence[ConcernFile]:
        """In the order in which they came."""

    def came_in(self, chat_id: int, message_id: int) -> bool:
        """Whether this message is a part of some concern."""

    def take(self, concern_id: ConcernId, by: PersonId, now: datetime) -> bool:
        """One guarded UPDATE: False when somebody takes care of it already."""

    def open_for(self, manager_id: PersonId) -> Sequence[Concern]:
        """What nobody has taken care of in their programmes, but for what is theirs or about them; oldest first."""

    def untaken(self, programme_id: ProgrammeId) -> Sequence[Concern]:
        """What nobody has taken care of, whoever may read it; oldest first."""

    def of_person(self, person_id: PersonId) -> Sequence[Concern]:
        """Oldest first."""
