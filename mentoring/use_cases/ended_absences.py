"""A mentor's place ends, or a manager parts: no absence of theirs is left to begin, and they stand in for nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.notices.absences import StandInOver
from mentoring.people import MembershipState, Role
from mentoring.schedule import DueKind
from mentoring.use_cases import standing_in
from mentoring.use_cases.deputies import place_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.deputies import Absence
    from mentoring.groups import Programme
    from mentoring.ids import ProgrammeId
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
    if not _leads_in(record, old, group.programme_id):
        relied = [one for one in record.absences.of_deputy(old.id) if one.programme_id == group.programme_id]
        stand_in_no_more(record, old, [one for one in relied if one.role is Role.MENTOR], now)


def part(record: Record, manager: Person, programme: Programme, now: datetime) -> None:
    """They manage it no longer: whoever stood in for them, and whoever relied on them, hears it in time."""
    for absence in record.absences.of_absent(manager.id):
        if absence.programme_id == programme.id and absence.role is Role.MANAGER:
            _end(record, absence, manager, now, None)
    here = [one for one in record.absences.of_deputy(manager.id) if one.programme_id == programme.id]
    still_leads = _leads_in(record, manager, programme.id)
    stand_in_no_more(record, manager, [one for one in here if one.role is Role.MANAGER or not still_leads], now)


def _end(record: Record, absence: Absence, old: Person, now: datetime, successor: Person | None) -> None:
    record.absences.save(replace(absence, ended_at=now))
    for kind in (DueKind.ABSENCE_BEGIN, DueKind.ABSENCE_END):
        record.schedule.cancel(kind, absence.id)
    if absence.deputy_id is None:
        return
    deputy = record.people.by_id(absence.deputy_id)
    if absence.covers(now):
        standing_in.give_back(record, absence, deputy, now, to=successor.name if successor else "")
    if successor is None or deputy.id != successor.id:
        place = place_name(record, absence.programme_id, absence.group_id)
        over = StandInOver(absence_id=absence.id, role=absence.role, place=place, absent=old.name)
        notices.tell(record, deputy, over)


def stand_in_no_more(record: Record, deputy: Person, absences: Sequence[Absence], now: datetime) -> None:
    """Somebody else is needed, and what they had of it goes back."""
    for absence in absences:
        without = replace(absence, deputy_id=None)
        record.absences.save(without)
        if absence.covers(now):
            standing_in.give_back(record, without, deputy, now)
        standing_in.ask_for_another(record, without, now, cannot=deputy)


def _leads_in(record: Record, person: Person, programme_id: ProgrammeId) -> bool:
    groups = {one.id for one in record.groups.of_programme(programme_id)}
    mentors = any(
        one.group_id in groups and one.role is Role.MENTOR and one.state is MembershipState.ACTIVE
        for one in record.memberships.of_person(person.id)
    )
    return mentors or any(one.id == person.id for one in record.managers.appointed(programme_id))
