"""How far a group's documents are, as a wall: a row for each document, a column for each person, and one for all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.deadlines import owers
from mentoring.kit import Visibility
from mentoring.people import Role
from mentoring.slots import Slot, SlotState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mentoring.kit import Document, Kit

#: What is counted: the rest is asked of nobody.
EXPECTED = frozenset(SlotState) - {SlotState.WAIVED, SlotState.NOT_NEEDED}
#: Several slots share one cell; it shows the one that needs somebody first.
_BY_NEED = (
    SlotState.RETURNED,
    SlotState.OPEN,
    SlotState.SIGNING,
    SlotState.SUBMITTED,
    SlotState.ACCEPTED,
    SlotState.FILED,
    SlotState.WAIVED,
    SlotState.NOT_NEEDED,
)
_WIDE = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """Of what is expected."""

    filed: int
    total: int
    overdue: int


class WaitsFor(StrEnum):
    """Whose turn it is. ITS_PERSON is whose document it is."""

    ITS_PERSON = "its_person"
    SIGNERS = "signers"
    MENTOR = "mentor"
    MANAGER = "manager"


def counted(slots: Iterable[Slot], today: date) -> Count:
    expected = [one for one in slots if one.state in EXPECTED]
    filed = sum(one.state is SlotState.FILED for one in expected)
    return Count(filed=filed, total=len(expected), overdue=sum(one.is_overdue(today) for one in expected))


def neediest(slots: Sequence[Slot], today: date) -> Slot:
    return min(slots, key=lambda one: (not one.is_overdue(today), _BY_NEED.index(one.state), one.id))


def may_see(document: Document | None, *, manages: bool) -> bool:
    """What only managers find once it is filed, mentors do not see on the wall either."""
    return manages or (document is not None and document.visibility is not Visibility.MANAGERS)


def shown_of(slots: Iterable[Slot], kit: Kit, *, manages: bool) -> tuple[Slot, ...]:
    """In their order, without what nobody expects any more."""
    return tuple(
        one
        for one in slots
        if one.state is not SlotState.NOT_NEEDED and may_see(kit.find(one.key.code), manages=manages)
    )


def waits_for(document: Document | None, slot: Slot) -> WaitsFor | None:
    """None where nobody has to do anything."""
    match slot.state:
        case SlotState.SUBMITTED:
            return WaitsFor.MENTOR
        case SlotState.ACCEPTED:
            return WaitsFor.MENTOR if document is None or Role.MENTOR in document.filed_by else WaitsFor.MANAGER
        case SlotState.SIGNING:
            return WaitsFor.SIGNERS
        case SlotState.OPEN | SlotState.RETURNED:
            return _owing(document, slot)
        case _:
            return None


def _owing(document: Document | None, slot: Slot) -> WaitsFor:
    if document is None:
        return WaitsFor.MANAGER
    who = owers(document, slot)
    if who.person_id is not None:
        return WaitsFor.ITS_PERSON
    return WaitsFor.MENTOR if who.role is Role.MENTOR else WaitsFor.MANAGER


def initials(names: Sequence[str]) -> tuple[str, ...]:
    """Two characters each, no two alike: their numbers where letters do not tell people apart."""
    found = [_initials(name) for name in names]
    often = Counter(found)
    return tuple(
        letters if often[letters] == 1 and len(letters) == _WIDE else f"{place:02d}"
        for place, letters in enumerate(found, 1)
    )


def _initials(name: str) -> str:
    """Of first and last name, or the beginning of the only one."""
    words = ["".join(filter(str.isalnum, word)) for word in name.split()]
    words = [word for word in words if word]
    if len(words) > 1:
        return f"{words[0][0]}{words[-1][0]}".upper()
    return "".join(words)[:_WIDE].capitalize()
