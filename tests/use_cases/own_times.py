"""What people set for themselves in these tests, and what is then due when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import select

from mentoring.people import Bundling
from mentoring.schedule import DueKind, DueState
from mentoring.session_clock import is_at_the_start
from mentoring.sessions import Place, Session, SessionKind
from mentoring.use_cases import planning, settings
from mentoring.use_cases.bundle_hours import tell_bundles
from mentoring.use_cases.due import do_what_is_due
from storage.tables.schedule import appointments

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.a_group import Nova

SOFIA, FRIDAY = ZoneInfo("Europe/Sofia"), date(2026, 11, 27)


def plans(nova: Nova, day: date, hour: int) -> Session:
    """By Anton."""
    by = nova.by(nova.anton)
    nova.desk.does(planning.plan_session, planning.PlanSession(by=by, group_id=nova.group.id))
    for choice in ({"kind": SessionKind.EMPLOYABILITY}, {"day": day}, {"hour": hour}, {"place": Place.CHAT}):
        nova.desk.does(planning.choose, planning.Choose(by=by, **choice))
    nova.desk.does(planning.confirm, planning.Confirm(by=by))
    since = nova.desk.now - timedelta(days=1)
    return nova.desk.record.sessions.of_groups([nova.group.id], since=since)[-1]


def due(nova: Nova, person: Person, kind: DueKind = DueKind.SESSION_REMINDER) -> list[str]:
    """Day and time in Sofia at which what is pending for this person is due; the link at the start is left out."""
    of_person = (appointments.c.person_id == person.id) & (appointments.c.kind == kind)
    rows = nova.desk.connection.execute(
        select(appointments.c.due_at, appointments.c.occurrence)
        .where(of_person, appointments.c.state == DueState.PENDING)
        .order_by(appointments.c.due_at)
    )
    return [f"{at.astimezone(SOFIA):%d %H:%M}" for at, occurrence in rows if not is_at_the_start(occurrence)]


def moves_to(nova: Nova, person: Person, zone: str) -> None:
    nova.desk.does(settings.choose_zone, settings.ChooseZone(by=nova.by(person), zone=zone))


def sleeps(nova: Nova, person: Person, begins: int, ends: int, *, own: bool = True) -> None:
    command = settings.ChooseHours(by=nova.by(person), begins=begins, ends=ends, own=own)
    nova.desk.does(settings.choose_hours, command)


def bundles(nova: Nova, person: Person, to: Bundling = Bundling.TWICE_A_DAY) -> None:
    nova.desk.does(settings.choose_bundling, settings.ChooseBundling(by=nova.by(person), bundling=to))
    nova.desk.told()


def now_is(nova: Nova, day: int, hour: int, minute: int = 0) -> None:
    """In November, in Sofia; what is kept until then is told."""
    nova.desk.now = datetime(2026, 11, day, hour, minute, tzinfo=SOFIA).astimezone(UTC)
    tell_bundles(nova.desk.record, nova.desk.now)


def ticks(nova: Nova) -> None:
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=100)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)
