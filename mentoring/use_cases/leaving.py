"""Somebody goes from everywhere at once, by their own wish; mentors and managers are told as of everybody who goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.places import BECOMES, Deed, can_become
from mentoring.use_cases import colleagues, ended_absences, places

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Membership, Person
    from mentoring.ports import Record


def only_manages(record: Record, person: Person) -> bool:
    """Without them a programme would have nobody."""
    managed = record.programmes.managed_by(person.id)
    return any([one.id for one in record.managers.appointed(each.id)] == [person.id] for each in managed)


def leave_everywhere(record: Record, person: Person, now: datetime) -> None:
    """Raises Refusal, before anything is written, for the only manager of a programme."""
    for programme in record.programmes.managed_by(person.id):
        if any(one.id == person.id for one in record.managers.appointed(programme.id)):
            colleagues.part(record, person, programme, now)
    for membership in record.memberships.of_person(person.id):
        deed = _way_out(membership)
        if deed is not None:
            places.change(record, membership, places.Change(deed=deed, by=person), now)
    ended_absences.stand_in_no_more(record, person, record.absences.of_deputy(person.id), now)


def _way_out(place: Membership) -> Deed | None:
    """Whoever was on paper, and stands on the list of the join link, leaves that too."""
    return next((one for one in (Deed.LEAVE, Deed.REMOVE) if can_become(place.state, BECOMES[one])), None)
