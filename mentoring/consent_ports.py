"""What the use cases ask of the record about consents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.consents import Consent, ConsentKind
    from mentoring.ids import PersonId


class Consents(Protocol):
    """Answers are kept for each version of the notice; one that was withdrawn stays, with the time of it."""

    def give(self, person_id: PersonId, kind: ConsentKind, *, version: int, now: datetime) -> None:
        """Given again after it was withdrawn, it holds again from now on."""

    def withdraw(self, person_id: PersonId, kind: ConsentKind, now: datetime) -> bool:
        """In every version; False when none was in force."""

    def has_withdrawn(self, person_id: PersonId, kind: ConsentKind) -> bool:
        """Given once, and none is in force any more."""

    def of_person(self, person_id: PersonId) -> Sequence[Consent]:
        """Oldest version first, withdrawn ones too."""

    def in_force(self, person_id: PersonId, kind: ConsentKind) -> Consent | None:
        """The newest version that was given and not withdrawn."""


class Held(Protocol):
    """What somebody sent before they answered to the changed notice: nothing of it is lost, nothing of it is read."""

    def release(self, telegram_id: int) -> None:
        """It is handled as if it had just come."""

    def forget(self, telegram_id: int, now: datetime) -> None: ...
