"""The places in groups that somebody can do something about themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.notices.common import AwayFromGroup
from mentoring.notices.places import OwnPlace
from mentoring.people import MembershipState, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from mentoring.ports import Record

_A_MOMENT = timedelta(minutes=1)
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


def away_from(record: Record, group: Group) -> Iterator[AwayFromGroup]:
    """The mentors who are away now; whoever pauses is away without a deputy."""
    for place in record.memberships.of_group(group.id, Role.MENTOR):
        if place.person_id is None:
            continue
        if place.state is MembershipState.PAUSED and place.paused_until is not None:
            yield AwayFromGroup(name=place.name, last_day=place.paused_until - _A_MOMENT, deputy=None)
        elif place.state is MembershipState.ACTIVE:
            for absence in record.absences.current(place.person_id):
                if absence.group_id == group.id:
                    deputy = record.submissions.circle(group.id).away.get(place.person_id)
                    last_day = absence.ends_at - _A_MOMENT
                    yield AwayFromGroup(name=place.name, last_day=last_day, deputy=deputy.name if deputy else None)


def as_seen(record: Record, one: Membership) -> OwnPlace:
    group = record.groups.by_id(one.group_id)
    return OwnPlace(membership_id=one.id, group_name=group.name, state=one.state, until=one.paused_until)
