"""What the use cases ask of the record when somebody is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.erasing import Extent
    from mentoring.ids import PersonId


class Erasing(Protocol):
    def extent(self, person_id: PersonId) -> Extent: ...

    def erase(self, person_id: PersonId, *, name: str, now: datetime) -> None:
        """Whatever says who it was or what they wrote is gone; `name` stands where theirs stood.

        What waits to be told to others at a later time no longer names them. Their managers' rights end.
        """

    def forget_farewell(self, once: str, now: datetime, *, at_last: bool) -> bool:
        """Forget the address of the last message, told once under this key, when it is settled; False while it is on
        its way. `at_last` also when it never went out."""
