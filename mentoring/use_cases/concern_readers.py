"""Who reads a concern: the managers, past the mentors of whoever raises it and past whomever it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring.ids import PersonId, ProgrammeId
from mentoring.people import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.concerns import Concern
    from mentoring.groups import Programme
    from mentoring.ids import GroupId
    from mentoring.people import Membership, Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Raised:
    """As much of a concern as says who reads it."""

    programme_id: ProgrammeId
    person_id: PersonId
    about_id: PersonId | None


def readers(record: Record, raised: Raised) -> Sequence[Person]:
    """Managers who are away before a deputy who mentors that person; the mentor only where nobody else manages."""
    on_duty, appointed = (
        record.managers.of_programme(raised.programme_id),
        record.managers.appointed(raised.programme_id),
    )
    barred = {raised.person_id, raised.about_id}
    mentors = barred | mentors_of(record, raised)
    choices = ((on_duty, mentors), (appointed, mentors), (on_duty, barred), (appointed, barred))
    found = ([one for one in people if one.id not in without] for people, without in choices)
    return next((people for people in found if people), [])


def may_read(record: Record, raised: Raised, person_id: PersonId) -> bool:
    """Also a manager who was away when it was raised."""
    people = {one.id for one in readers(record, raised)}
    mentors = mentors_of(record, raised) | {raised.person_id, raised.about_id}
    people |= {one.id for one in record.managers.appointed(raised.programme_id) if one.id not in mentors}
    return person_id in people


def waiting(record: Record, manager: Person) -> Sequence[Concern]:
    """What nobody has taken care of, the oldest first."""
    return [one for one in record.concerns.open_for(manager.id) if may_read(record, raised_of(one), manager.id)]


def raised_of(concern: Concern) -> Raised:
    return Raised(programme_id=concern.programme_id, person_id=concern.person_id, about_id=concern.about_id)


def programmes_of(record: Record, person_id: PersonId) -> Sequence[Programme]:
    """Those they belong to or belonged to, the newest first; then those they manage."""
    groups = [record.groups.by_id(one.group_id) for one in reversed(record.memberships.of_person(person_id))]
    managed = [one.id for one in record.programmes.managed_by(person_id)]
    ids = dict.fromkeys([*(one.programme_id for one in groups), *managed])
    return [record.programmes.by_id(programme_id) for programme_id in ids]


def place_in(record: Record, person_id: PersonId, programme_id: ProgrammeId) -> Membership | None:
    """The newest one."""
    return next(iter(_places(record, person_id, programme_id)), None)


def mentors_of(record: Record, raised: Raised) -> set[PersonId]:
    places = _places(record, raised.person_id, raised.programme_id)
    return {mentor for one in places if one.role is Role.MENTEE for mentor in _leading(record, one.group_id)}


def _leading(record: Record, group_id: GroupId) -> set[PersonId]:
    circle = record.submissions.circle(group_id)
    return {one.id for one in circle.mentors} | set(circle.away)


def _places(record: Record, person_id: PersonId, programme_id: ProgrammeId) -> Sequence[Membership]:
    places = reversed(record.memberships.of_person(person_id))
    return [one for one in places if record.groups.by_id(one.group_id).programme_id == programme_id]
