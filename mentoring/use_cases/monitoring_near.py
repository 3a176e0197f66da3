"""The middle of a programme comes near: its managers hear so once, and later their digest says who has no session."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.ids import ProgrammeId
from mentoring.monitoring_plans import day_of
from mentoring.notices import AT_THE_BOTTOM, Delivery
from mentoring.notices.monitoring import MonitoringNear
from mentoring.schedule import Appointment, DueKind
from mentoring.use_cases.monitoring_sheets import covered, watched
from mentoring.working_hours import is_working_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from mentoring.groups import Programme
    from mentoring.monitoring_sheets import GroupWatched
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.schedule import Due

NOTICE = timedelta(days=14)
#: A week later the digest says it.
_STILL_NEWS = timedelta(days=7)


def plan_notice(record: Record, programme: Programme, now: datetime) -> None:
    """Planning it again changes nothing; one for a day that was the middle once is let pass when it is due."""
    middle = day_of(record.monitoring.plan(programme.id), programme)
    appointment = None if middle is None else _before(record, programme, middle)
    if appointment is not None and appointment.due_at > now:
        record.schedule.plan([appointment])


def _before(record: Record, programme: Programme, middle: date) -> Appointment:
    """When the working hours begin, on a working day."""
    day = middle - NOTICE
    while not is_working_day(day, record.rules.days_off):
        day -= timedelta(days=1)
    due = zones.instant(day, programme.work_from, programme.zone)
    return Appointment(
        kind=DueKind.MONITORING_NEAR,
        subject_id=programme.id,
        person_id=None,
        occurrence=f"monitoring:{programme.id}:{middle.isoformat()}",
        due_at=due,
        wall_time=datetime.combine(day, programme.work_from).isoformat(timespec="minutes"),
        zone=programme.zone,
        expires_at=due + _STILL_NEWS,
    )


def tell_managers(record: Record, dues: Sequence[Due], now: datetime) -> None:
    for due in dues:
        programme = record.programmes.by_id(ProgrammeId(due.subject_id))
        plan = record.monitoring.plan(programme.id)
        middle = day_of(plan, programme)
        if middle is None or due.occurrence != f"monitoring:{programme.id}:{middle.isoformat()}":
            continue
        groups = watched(record, programme, covered(record, programme, plan))
        missing = sum(one.starts_at is None for one in groups)
        if missing:
            near = MonitoringNear(
                programme_id=programme.id,
                programme=programme.name,
                middle=middle,
                missing=missing,
                groups=len(groups),
            )
            _tell(record, programme, near, due)


def _tell(record: Record, programme: Programme, near: MonitoringNear, due: Due) -> None:
    for manager in record.managers.of_programme(programme.id):
        once = f"{due.occurrence}:{manager.id}"
        notices.tell(record, manager, near, Delivery(placement=AT_THE_BOTTOM.placement, once=once))


def without_session(record: Record, manager: Person, now: datetime) -> Sequence[tuple[ProgrammeId, str]]:
    """Groups that the middle has passed without a monitoring session, planned or held, each in its programme."""
    programmes = record.programmes.managed_by(manager.id)
    return [(programme.id, one.name) for programme in programmes for one in _late(record, programme, now)]


def _late(record: Record, programme: Programme, now: datetime) -> Iterator[GroupWatched]:
    today, plan = zones.wall(now, programme.zone).date(), record.monitoring.plan(programme.id)
    middle = day_of(plan, programme)
    if middle is None or programme.ends_on is None or not middle < today <= programme.ends_on:
        return
    groups = watched(record, programme, covered(record, programme, plan))
    yield from (one for one in groups if one.starts_at is None)
