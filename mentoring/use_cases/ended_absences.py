"""A mentor's place in a group ends: nobody stands in for them there any more, and no absence is left to begin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.notices.absences import StandInOver
from mentoring.people import MembershipState, Role
from mentoring.schedule import DueKind
from mentoring.use_cases import standing_in

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.deputies import Absence
    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from mentoring.ports import Record

_GONE = frozenset({MembershipState.LEFT, MembershipState.REMOVED})


def follow(record: Record, place: Membership, now: datetime, *, successor: Person | None = None) -> None:
    """Does nothing unless this is a mentor who has gone. A deputy who takes over for good hears that instead."""
    if place.role is not Role.MENTOR or place.state not in _GONE or place.person_id is None:
        return
    old, group = record.people.by_id(place.person_id), record.groups.by_id(place.group_id)
    for absence in record.absences.of_absent(old.id):
        if absence.group_id == group.id:
            _end(record, absence, old, now, successor)
    if not _leads_in(record, old, group):
        _stand_in_no_more(record, old, group, now)


def _end(record: Record, absence: Absence, old: Person, now: datetime, successor: Person | None) -> None:
    record.absences.save(replace(absence, ended_at=now))
    for kind in (DueKind.ABSENCE_BEGIN, DueKind.ABSENCE_END):
        record.schedule.cancel(kind, absence.id)
    if absence.deputy_id is None or absence.group_id is None:
        return
    deputy = record.people.by_id(absence.deputy_id)
    if absence.covers(now):
        standing_in.give_back(record, absence, deputy, now, to=successor.name if successor else "")
    if successor is None or deputy.id != successor.id:
        place = record.groups.by_id(absence.group_id).name
        over = StandInOver(absence_id=absence.id, role=absence.role, place=place, absent=old.name)
        notices.tell(record, deputy, over)


def _stand_in_no_more(record: Record, old: Person, group: Group, now: datetime) -> None:
    """They stand in for nobody unless they still lead elsewhere."""
    for absence in record.absences.of_deputy(old.id):
        if absence.programme_id == group.programme_id and absence.role is Role.MENTOR:
            without = replace(absence, deputy_id=None)
            record.absences.save(without)
            standing_in.ask_for_another(record, without, now, cannot=old)


def _leads_in(record: Record, person: Person, group: Group) -> bool:
    groups = {one.id for one in record.groups.of_programme(group.programme_id)}
    mentors = any(
        one.group_id in groups and one.role is Role.MENTOR and one.state is MembershipState.ACTIVE
        for one in record.memberships.of_person(person.id)
    )
    return mentors or record.managers.manages(person.id, group_id=group.id)
