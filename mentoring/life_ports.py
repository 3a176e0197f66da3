"""What the use cases ask of the record about a programme's life: its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.happenings import Happening, HappeningKind
    from mentoring.ids import GroupId, PersonId
    from mentoring.silence import Silence


class Silences(Protocol):
    def of(self, now: datetime) -> Sequence[Silence]:
        """Everybody of whom something has been expected for a while, with when they were last heard of."""


class Happenings(Protocol):
    """The history; nothing in it is ever changed."""

    def add(
        self,
        kind: HappeningKind,
        *,
        now: datetime,
        group_id: GroupId | None = None,
        person_id: PersonId | None = None,
        by_id: PersonId | None = None,
        other_id: PersonId | None = None,
        text: str = "",
    ) -> Happening: ...

    def last(self, kind: HappeningKind, *, text: str) -> Happening | None:
        """The latest of this kind with these words."""

    def has_moved_from(self, telegram_id: int) -> bool:
        """Whether somebody's place was moved away from this account."""

    def of_group(self, group_id: GroupId) -> Sequence[Happening]:
        """Oldest first."""

    def of_person(self, person_id: PersonId) -> Sequence[Happening]:
        """Oldest first."""
