"""Who stands in for whom, and two rows becoming one, keep their contract on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.attendance import Presence
from mentoring.date_polls import Can
from mentoring.people import Language, MembershipState, Role
from mentoring.rules import Rules
from mentoring.sessions import Place, SessionKind
from storage.record import SqlRecord
from storage.schema import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from mentoring.groups import Group
    from mentoring.people import Person
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.connect() as connection:
        yield connection


@pytest.fixture
def record(connection: Connection) -> SqlRecord:
    return SqlRecord(connection, NOW, Rules())


def a_group(record: SqlRecord, *, manager: Person) -> Group:
    programme = record.programmes.add(name="P", organisation="O", language=Language.EN, zone="UTC", now=NOW)
    record.managers.add(manager.id, programme.id, NOW)
    return record.groups.add(programme_id=programme.id, name="Nova", language=Language.EN, now=NOW)


def a_person(record: SqlRecord, name: str, telegram_id: int) -> Person:
    return record.people.add(telegram_id=telegram_id, name=name, language=Language.EN, zone="UTC", now=NOW)


def joins(record: SqlRecord, group: Group, person: Person, role: Role) -> None:
    listed = record.memberships.expect(group_id=group.id, role=role, name=person.name, now=NOW)
    record.memberships.save(replace(listed, person_id=person.id, state=MembershipState.ACTIVE))


def test_deputies_take_the_place_of_whoever_is_away_in_every_question(record: SqlRecord) -> None:
    maria, anton, dora = (a_person(record, name, number) for number, name in enumerate(("M", "A", "D"), 1))
    group = a_group(record, manager=maria)
    joins(record, group, anton, Role.MENTOR)
    for role, absent, deputy in ((Role.MENTOR, anton, maria), (Role.MANAGER, maria, dora)):
        record.absences.add(
            role=role,
            programme_id=group.programme_id,
            group_id=group.id if role is Role.MENTOR else None,
            absent_id=absent.id,
            deputy_id=deputy.id,
            begins_at=NOW - timedelta(days=1),
            ends_at=NOW + timedelta(days=1),
        )

    circle = record.submissions.circle(group.id)

    assert [one.id for one in circle.mentors] == [maria.id]
    assert list(circle.away) == [anton.id]
    assert record.managers.manages(dora.id, group_id=group.id)
    assert not record.managers.manages(anton.id, group_id=None)
    assert [one.id for one in record.managers.of_programme(group.programme_id)] == [dora.id]
    assert [one.id for one in record.programmes.managed_by(dora.id)] == [group.programme_id]
    assert [one.group_id for one in record.digests.facts(dora.id, NOW).groups] == [group.id]
    assert [one.id for one in record.digests.without_appointment(NOW)] == [maria.id, dora.id]
    assert record.digests.mentors_of([group.id]) == {group.id: ["M"]}


def test_the_last_manager_cannot_leave(record: SqlRecord) -> None:
    maria, dora = a_person(record, "M", 1), a_person(record, "D", 2)
    group = a_group(record, manager=maria)

    assert not record.managers.leave(maria.id, group.programme_id)
    record.managers.add(dora.id, group.programme_id, NOW)
    assert not record.managers.leave(99, group.programme_id)  # type: ignore[arg-type]  # nobody
    assert record.managers.leave(maria.id, group.programme_id)
    assert not record.managers.leave(dora.id, group.programme_id)


def test_whatever_points_to_a_duplicate_points_to_the_other(record: SqlRecord, connection: Connection) -> None:
    maria, vera, double = (a_person(record, name, number) for number, name in enumerate(("M", "V", "W"), 1))
    group = a_group(record, manager=maria)
    joins(record, group, vera, Role.MENTEE)
    joins(record, group, double, Role.MENTEE)
    record.managers.add(double.id, group.programme_id, NOW)
    record.managers.add(vera.id, group.programme_id, NOW)

    record.people.merge(double.id, into=vera.id)

    people = metadata.tables["people"]
    assert connection.execute(people.select().where(people.c.id == double.id)).first() is None
    assert len(record.memberships.of_person(vera.id)) == 1
    assert [one.id for one in record.managers.appointed(group.programme_id)] == [maria.id, vera.id]


def test_of_two_words_about_one_session_the_one_who_stays_has_one(record: SqlRecord) -> None:
    maria, vera, double = (a_person(record, name, number) for number, name in enumerate(("M", "V", "W"), 1))
    group = a_group(record, manager=maria)
    session = record.sessions.add(
        group_id=group.id,
        kind=SessionKind.EMPLOYABILITY,
        starts_at=NOW,
        ends_at=NOW + timedelta(hours=1),
        wall_time="2026-11-23T11:00:00",
        zone="Europe/Sofia",
        place=Place.CHAT,
        address="",
        planned_by=maria.id,
        now=NOW,
    )
    poll = record.date_polls.add(
        group.id, plan="{}", by=double.id, dates=[(NOW, "2026-11-23T11:00:00", "UTC")], now=NOW
    )
    [proposed] = record.date_polls.dates(poll.id)
    for person, presence, can in ((vera, Presence.LATE, Can.YES), (double, Presence.PRESENT, Can.NO)):
        record.attendances.note(session.id, person.id, presence, by=maria.id, now=NOW)
        record.date_polls.vote(proposed.id, person.id, can, NOW)

    record.people.merge(double.id, into=vera.id)

    assert record.attendances.of_session(session.id) == {vera.id: Presence.LATE}
    assert [one.votes for one in record.date_polls.dates(poll.id)] == [{vera.id: Can.YES}]
