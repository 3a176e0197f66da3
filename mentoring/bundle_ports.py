"""What bundling news needs of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.bundles import Piece
    from mentoring.ids import PersonId
    from mentoring.people import Person


class Bundles(Protocol):
    def keep(self, person_id: PersonId, piece: Piece, now: datetime) -> None: ...

    def waiting(self) -> Sequence[tuple[Person, datetime]]:
        """Whoever can be written to and has something kept, with since when."""

    def take(self, person_id: PersonId) -> Sequence[Piece]:
        """All that is kept for them, each once, oldest first; it is kept no longer."""
