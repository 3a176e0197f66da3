"""What news twice a day and the menus of commands need of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.bundles import Piece
    from mentoring.ids import PersonId
    from mentoring.people import Person


class Menus(Protocol):
    """Which menu of commands Telegram shows to whom."""

    def shown(self, chat_id: int) -> str | None:
        """The mark of the menu that was set last, None before any was."""

    def keep(self, chat_id: int, mark: str) -> None: ...

    def count(self) -> int:
        """Of people who can be written to."""

    def people(self, skipped: int, at_most: int) -> Sequence[Person]:
        """Who can be written to, in a steady order."""


class Bundles(Protocol):
    def keep(self, person_id: PersonId, piece: Piece, now: datetime) -> None: ...

    def waiting(self) -> Sequence[tuple[Person, datetime]]:
        """Whoever can be written to and has something kept, with since when."""

    def take(self, person_id: PersonId) -> Sequence[Piece]:
        """All that is kept for them, each once, oldest first; it is kept no longer."""
