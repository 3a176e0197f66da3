"""People who give no sign of life are nudged, and then the manager decides: nobody is removed by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, silence, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import MembershipId
from mentoring.notices import Delivery, Placement
from mentoring.notices.silence import SilenceNudge, SomebodySilent
from mentoring.people import Reachability, Role
from mentoring.permissions import authorise
from mentoring.quiet import quiet_hours
from mentoring.refusals import Refusal, Why
from mentoring.schedule import Appointment, DueKind
from mentoring.use_cases.people_cards import managed_place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.schedule import Due
    from mentoring.silence import Silence

_A_DAY = timedelta(days=1)


def look(record: Record, now: datetime) -> None:
    """May be done as often as one likes: each word about one silence is said once, ever."""
    for one in record.silences.of(now):
        patience = silence.patience(one.role, record.rules)
        silent = now - one.since
        nudge = patience.nudge_due(silent)
        if nudge is not None:
            _nudge(record, one, nudge, now)
        elif silent >= patience.decides:
            _ask_managers(record, one, f"{one.since:%Y%m%d}")


def ask_again(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """The manager wanted to wait; whoever has been heard of meanwhile is not asked about."""
    silent = {one.membership_id: one for one in record.silences.of(now)}
    for due in dues:
        one = silent.get(MembershipId(due.subject_id))
        if one is not None and now - one.since >= silence.patience(one.role, record.rules).decides:
            _ask_managers(record, one, due.occurrence)


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitLonger:
    by: Acting
    membership_id: MembershipId


def wait_longer(record: Record, command: WaitLonger, now: datetime) -> None:
    place = managed_place(record, command.by, command.membership_id)
    manager = authorise(record, command.by, Act.MANAGE_GROUP, group_id=place.group_id).known()
    silent = next((one for one in record.silences.of(now) if one.membership_id == place.id), None)
    if silent is None:
        raise Refusal(Why.ALREADY_DONE)
    until = now + silence.WAIT_LONGER
    record.schedule.cancel(DueKind.STILL_SILENT, place.id)
    record.schedule.plan([_look_again(silent, manager, until)])
    group = record.groups.by_id(place.group_id)
    notices.answer(record, command.by, manager, replace(_question(group, silent), waiting_until=until))


def _nudge(record: Record, one: Silence, number: int, now: datetime) -> None:
    """To whoever stands in, while the mentor is away; a public holiday passes first."""
    group, person = record.groups.by_id(one.group_id), _acting(record, one)
    if person is None or person.reachability is not Reachability.OK:
        return
    hours = quiet_hours(person, record.programmes.by_id(group.programme_id))
    at = zones.out_of_quiet(now, person.zone, begins=hours.begins, ends=hours.ends, latest=now + _A_DAY)
    if zones.wall(at, person.zone).date() in record.rules.days_off:
        return
    delivery = Delivery(
        placement=Placement.BOTTOM,
        once=f"silent:{one.membership_id}:{one.since:%Y%m%d}:{number}",
        not_before=at if at > now else None,
    )
    notices.tell(record, person, SilenceNudge(group_name=group.name, role=one.role, since=one.since), delivery)


def _acting(record: Record, one: Silence) -> Person | None:
    """None where whoever is away has nobody who stands in for them here."""
    if not record.absences.current(one.person_id):
        return record.people.by_id(one.person_id)
    return record.submissions.circle(one.group_id).away.get(one.person_id) if one.role is Role.MENTOR else None


def _ask_managers(record: Record, one: Silence, occasion: str) -> None:
    if record.absences.current(one.person_id):
        return
    group = record.groups.by_id(one.group_id)
    for manager in record.managers.of_programme(group.programme_id):
        if manager.id != one.person_id:
            once = f"silent:{one.membership_id}:{occasion}:of:{manager.id}"
            notices.tell(record, manager, _question(group, one), Delivery(placement=Placement.BOTTOM, once=once))


def _question(group: Group, one: Silence) -> SomebodySilent:
    return SomebodySilent(
        membership_id=one.membership_id,
        person_id=one.person_id,
        name=one.name,
        group_name=group.name,
        role=one.role,
        since=one.since,
    )


def _look_again(one: Silence, manager: Person, at: datetime) -> Appointment:
    return Appointment(
        kind=DueKind.STILL_SILENT,
        subject_id=one.membership_id,
        person_id=manager.id,
        occurrence=f"still_silent:{one.membership_id}:{at.timestamp()}",
        due_at=at,
        wall_time=zones.wall(at, manager.zone).replace(tzinfo=None).isoformat(timespec="minutes"),
        zone=manager.zone,
        expires_at=at + silence.WAIT_LONGER,
    )
