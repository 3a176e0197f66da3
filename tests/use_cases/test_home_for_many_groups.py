"""The home card is shown at every step: what it asks of the record must not grow with each group that one has."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.people import Person, Role
from mentoring.session_tasks import TaskKind
from mentoring.sessions import Place, Session, SessionKind, SessionState
from mentoring.use_cases import home
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


def held(nova: Nova, group: str) -> Session:
    record, begins_at = nova.desk.record, nova.desk.now - timedelta(days=2)
    made = record.groups.add(
        programme_id=nova.programme.id, name=group, language=nova.group.language, now=nova.desk.now
    )
    nova.joins(made, nova.anton, Role.MENTOR)
    nova.joins(made, nova.vera, Role.MENTEE)
    session = record.sessions.add(
        group_id=made.id,
        kind=SessionKind.EMPLOYABILITY,
        starts_at=begins_at,
        ends_at=begins_at + timedelta(hours=1),
        wall_time=begins_at.replace(tzinfo=None).isoformat(),
        zone="Europe/Sofia",
        place=Place.VIDEO,
        address="",
        planned_by=nova.anton.id,
        now=begins_at,
    )
    record.sessions.change(session, replace(session, state=SessionState.HELD))
    return session


def asked(nova: Nova, person: Person) -> int:
    """Statements for one home card, in SQLite's own count."""
    said: list[str] = []
    raw = nova.desk.connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.set_trace_callback(said.append)
    try:
        home.card(nova.desk.record, person, nova.desk.now)
    finally:
        raw.set_trace_callback(None)
    return len([one for one in said if not one.startswith("--")])


def test_whose_minutes_and_tasks_wait_is_asked_once_for_all_groups(desk: Desk) -> None:
    nova = a_nova(desk)
    held(nova, "First")
    with_one = {one.name: asked(nova, one) for one in (nova.anton, nova.vera)}

    for number in range(8):
        held(nova, f"Group {number}")

    assert asked(nova, nova.vera) == with_one["Vera"]
    assert asked(nova, nova.anton) - with_one["Anton"] <= 8


def test_tasks_of_several_groups_are_counted_together(desk: Desk) -> None:
    nova = a_nova(desk)
    for session in (held(nova, "First"), held(nova, "Second")):
        for owner in (None, nova.anton.id):
            desk.record.session_tasks.add(
                session_id=session.id,
                kind=TaskKind.HOMEWORK if owner is None else TaskKind.ACTION,
                text="Read",
                owner_id=owner,
                due_on=None,
                made_by=nova.anton.id,
                now=desk.now,
            )

    mentor, mentee = (home.card(desk.record, one, desk.now).tasks for one in (nova.anton, nova.vera))
    assert mentor is not None
    assert mentee is not None
    assert [(one.own, one.led) for one in (mentor, mentee)] == [(2, 2), (2, 0)]
