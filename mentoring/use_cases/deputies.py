"""For which places somebody can be away, and who could stand in there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.notices.absences import Away, Candidate, PlaceOfWork
from mentoring.people import MembershipState, Reachability, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from mentoring.away_drafts import AwayDraft
    from mentoring.deputies import Absence
    from mentoring.groups import Group
    from mentoring.ids import GroupId, PersonId, ProgrammeId
    from mentoring.people import Person
    from mentoring.ports import Record

#: Each is a button.
MOST_OFFERED = 20


def places_of(record: Record, person: Person) -> Sequence[PlaceOfWork]:
    """Their own groups and programmes, without those for which an absence is arranged already."""
    arranged = {(one.role, one.group_id or one.programme_id) for one in record.absences.of_absent(person.id)}
    places = [*_mentored(record, person), *_managed(record, person)]
    return [one for one in places if (one.role, one.group_id or one.programme_id) not in arranged]


def place_of(record: Record, draft: AwayDraft) -> PlaceOfWork | None:
    if draft.role is Role.MANAGER and draft.programme_id is not None:
        return _programme(record, draft.programme_id)
    return None if draft.group_id is None else _group(record.groups.by_id(draft.group_id))


def place_name(record: Record, programme_id: ProgrammeId, group_id: GroupId | None) -> str:
    if group_id is not None:
        return record.groups.by_id(group_id).name
    return record.programmes.by_id(programme_id).name


def _mentored(record: Record, person: Person) -> Iterator[PlaceOfWork]:
    for one in record.memberships.of_person(person.id):
        if one.role is Role.MENTOR and one.state is MembershipState.ACTIVE:
            yield _group(record.groups.by_id(one.group_id))


def _managed(record: Record, person: Person) -> Iterator[PlaceOfWork]:
    """A deputy cannot lend on what was lent to them."""
    for programme in record.programmes.managed_by(person.id):
        if any(one.id == person.id for one in record.managers.appointed(programme.id)):
            yield _programme(record, programme.id)


def _group(group: Group) -> PlaceOfWork:
    return PlaceOfWork(role=Role.MENTOR, name=group.name, programme_id=group.programme_id, group_id=group.id)


def _programme(record: Record, programme_id: ProgrammeId) -> PlaceOfWork:
    name = record.programmes.by_id(programme_id).name
    return PlaceOfWork(role=Role.MANAGER, name=name, programme_id=programme_id)


def candidates(record: Record, person: Person, draft: AwayDraft, now: datetime) -> Sequence[Candidate]:
    """Whoever can be written to and is there then; the group's other mentors first, the managers last."""
    found: dict[PersonId, Candidate] = {}
    for other, role in _around(record, draft):
        is_reached = other.telegram_id is not None and other.reachability is Reachability.OK
        if other.id != person.id and is_reached and not _is_away(record, other, draft, now):
            found.setdefault(other.id, Candidate(person_id=other.id, name=other.name, role=role))
    return [*found.values()][:MOST_OFFERED]


def _around(record: Record, draft: AwayDraft) -> Iterator[tuple[Person, Role]]:
    if draft.programme_id is None:
        return
    if draft.role is Role.MENTOR and draft.group_id is not None:
        yield from ((one, Role.MENTOR) for one in mentors_around(record, draft.programme_id, draft.group_id))
    yield from ((one, Role.MANAGER) for one in record.managers.appointed(draft.programme_id))


def mentors_around(record: Record, programme_id: ProgrammeId, group_id: GroupId) -> Iterator[Person]:
    """The group's own mentors, then those of the programme's other groups; nobody who is a mentee of the group."""
    mentees = {one.person_id for one in record.memberships.of_group(group_id, Role.MENTEE)}
    groups = [group.id for group in record.groups.of_programme(programme_id)]
    for each in sorted(groups, key=lambda one: one != group_id):
        for one in record.memberships.of_group(each, Role.MENTOR):
            is_there = one.state is MembershipState.ACTIVE and one.person_id not in mentees
            if is_there and one.person_id is not None:
                yield record.people.by_id(one.person_id)


def _is_away(record: Record, person: Person, draft: AwayDraft, now: datetime) -> bool:
    begins, ends = draft.begins_at(now), draft.ends_at
    if begins is None or ends is None:
        return False
    return any(one.begins_at < ends and begins < one.ends_at for one in record.absences.of_absent(person.id))


def last_day(absence: Absence) -> datetime:
    """A moment of it."""
    return absence.ends_at - timedelta(minutes=1)


def seen(record: Record, absence: Absence, now: datetime) -> Away:
    return Away(
        absence_id=absence.id,
        role=absence.role,
        place=place_name(record, absence.programme_id, absence.group_id),
        begins_at=absence.begins_at,
        last_day=last_day(absence),
        begun=absence.begins_at <= now,
        deputy=record.people.by_id(absence.deputy_id).name if absence.deputy_id is not None else None,
    )


def away_now(record: Record, person: Person, now: datetime) -> tuple[Away, ...]:
    return tuple(seen(record, one, now) for one in record.absences.current(person.id))
