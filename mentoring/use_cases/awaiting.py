"""Which documents wait for somebody's own signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import signing
from mentoring.people import Role
from mentoring.slots import SlotState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.slots import Slot


def signature_of(record: Record, mentee: Person) -> Sequence[Slot]:
    """The one first that has waited the longest. Whoever leads the group has its board."""
    missing = [
        one for one in record.signers.of_person(mentee.id) if one.role is Role.MENTEE and one.state in signing.MISSING
    ]
    slots = (record.slots.by_id(one.slot_id) for one in sorted(missing, key=lambda one: (one.since, one.id)))
    return list(dict.fromkeys(one for one in slots if one is not None and one.state is SlotState.SIGNING))
