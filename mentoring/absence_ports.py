"""What the use cases need of the record to know who stands in for whom; storage/ provides it inside one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.deputies import Absence
    from mentoring.ids import DeputyId, GroupId, PersonId, ProgrammeId
    from mentoring.people import Role


class Absences(Protocol):
    """Now is the moment of the transaction, so that a right through an absence is checked when it is used."""

    def add(
        self,
        *,
        role: Role,
        programme_id: ProgrammeId,
        group_id: GroupId | None,
        absent_id: PersonId,
        deputy_id: PersonId | None,
        begins_at: datetime,
        ends_at: datetime,
    ) -> Absence: ...

    def by_id(self, absence_id: DeputyId) -> Absence | None: ...

    def save(self, absence: Absence) -> None: ...

    def stood_in_by(self, person_id: PersonId) -> Sequence[Absence]:
        """Those that this person stands in for now. A mentor's deputy leads or manages in the same programme."""

    def of_absent(self, person_id: PersonId) -> Sequence[Absence]:
        """Of this person, the first to begin first; without those that are over."""

    def of_deputy(self, person_id: PersonId) -> Sequence[Absence]:
        """As above, for whom this person stands in, or will."""

    def current(self, absent_id: PersonId) -> Sequence[Absence]:
        """Those of this person that last now."""
