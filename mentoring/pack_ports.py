"""What the use cases ask of the record for evidence packs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ids import GroupId, PackId, PersonId
    from mentoring.packs import Pack, StoredFiling
    from mentoring.people import Language
    from mentoring.prints import PrintOrder


class Prints(Protocol):
    """Print packs that are waited for."""

    def ask(self, group_id: GroupId, person_id: PersonId, now: datetime) -> None: ...

    def waiting(self) -> Sequence[PrintOrder]:
        """The oldest first."""

    def under_way(self, group_id: GroupId, person_id: PersonId) -> bool: ...

    def finish(self, order: PrintOrder) -> bool:
        """False when it was finished already, or given up."""


class Packs(Protocol):
    @property
    def prints(self) -> Prints: ...

    def add(self, group_id: GroupId, person_id: PersonId, *, language: Language, now: datetime) -> Pack: ...

    def by_id(self, pack_id: PackId) -> Pack | None: ...

    def under_way(self, group_id: GroupId, person_id: PersonId) -> Pack | None:
        """What is being made for them."""

    def next(self) -> Pack | None:
        """The one that waits longest to be made."""

    def note_progress(self, pack_id: PackId, *, done: int, total: int) -> bool:
        """False once it is finished."""

    def finish(self, pack_id: PackId, now: datetime, *, failed: bool) -> bool:
        """False when it was finished already."""

    def filings_of(self, group_id: GroupId) -> Sequence[StoredFiling]:
        """All of them, also what was replaced or taken out, in the order of the toolbars and of their documents."""
