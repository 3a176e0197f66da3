"""Who decides about a wish to be erased, and what they see of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.erasing import is_wished
from mentoring.notices.erasing import ErasureWish
from mentoring.people import Reachability
from mentoring.use_cases.concern_readers import programmes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.groups import Programme
    from mentoring.people import Person
    from mentoring.ports import Record


def deciders(record: Record, person: Person) -> Sequence[Person]:
    """Whoever manages a programme that they belong to, or belonged to, but never they themselves."""
    found = (one for each in programmes_of(record, person.id) for one in record.managers.of_programme(each.id))
    return [one for one in {one.id: one for one in found}.values() if one.id != person.id]


def wish(record: Record, person: Person, *, sure: bool = False) -> ErasureWish:
    extent = record.erasing.extent(person.id)
    on_paper = person.reachability is Reachability.ON_PAPER
    return ErasureWish(person_id=person.id, name=person.name, extent=extent, sure=sure, on_paper=on_paper)


def tell_open(record: Record, newcomer: Person, programme: Programme) -> None:
    """What the managers wish who were there before: while they were alone, nobody could decide about it."""
    for manager in record.managers.appointed(programme.id):
        if manager.id != newcomer.id and is_wished(record.happenings.of_person(manager.id)):
            notices.tell(record, newcomer, wish(record, manager))
