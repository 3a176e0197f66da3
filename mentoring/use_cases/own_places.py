"""The places in groups that somebody can do something about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.notices.places import OwnPlace
from mentoring.people import MembershipState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.people import Membership, Person
    from mentoring.ports import Record

_OWN_DOOR = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED, MembershipState.LEFT})


def own_places(record: Record, person: Person) -> Sequence[Membership]:
    """Those that their holder can do something about. A place left counts only until they have another in its group."""
    mine = [one for one in record.memberships.of_person(person.id) if one.state in _OWN_DOOR]
    here = {one.group_id for one in mine if one.state is not MembershipState.LEFT}
    return [one for one in mine if one.state is not MembershipState.LEFT or one.group_id not in here]


def resting_places(record: Record, person: Person) -> tuple[OwnPlace, ...]:
    """Where they pause or have left, for the home card."""
    mine = own_places(record, person)
    return tuple(as_seen(record, one) for one in mine if one.state is not MembershipState.ACTIVE)


def as_seen(record: Record, one: Membership) -> OwnPlace:
    group = record.groups.by_id(one.group_id)
    return OwnPlace(membership_id=one.id, group_name=group.name, state=one.state, until=one.paused_until)
