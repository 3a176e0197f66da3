"""What the record answers about the life of memberships, on every engine: silence, moving, holding back, digests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring import notices
from mentoring.notices.joining import TakenOut
from mentoring.people import Language, MembershipState, Reachability, Role
from mentoring.rules import Rules
from mentoring.sessions import Coming, Place, SessionKind
from mentoring.submissions import MoveKind, NewMove, State
from storage.record import SqlRecord
from storage.tables.outbox import outbox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.sessions import Session
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.begin() as connection:
        yield connection


@pytest.fixture
def record(connection: Connection) -> SqlRecord:
    return SqlRecord(connection, NOW, Rules())


@pytest.fixture
def group(record: SqlRecord) -> Group:
    programme = record.programmes.add(name="P", organisation="O", language=Language.EN, zone="UTC", now=NOW)
    return record.groups.add(programme_id=programme.id, name="Nova", language=Language.EN, now=NOW)


def member(record: SqlRecord, group: Group, role: Role, number: int) -> Person:
    person = record.people.add(
        telegram_id=number, name=f"{role}{number}", language=Language.EN, zone="UTC", now=NOW - timedelta(days=90)
    )
    seat = record.memberships.expect(group_id=group.id, role=role, name=person.name, now=NOW - timedelta(days=90))
    record.memberships.save(replace(seat, person_id=person.id, state=MembershipState.ACTIVE))
    return person


def a_session(record: SqlRecord, group: Group, mentor: Person, *, days_ago: int) -> Session:
    begins = NOW - timedelta(days=days_ago, hours=1)
    return record.sessions.add(
        group_id=group.id,
        kind=SessionKind.MONITORING,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=mentor.id,
        now=begins,
    )


def test_silence_is_counted_from_what_was_expected_or_from_the_last_sign(record: SqlRecord, group: Group) -> None:
    mentor, vera, ilya = (
        member(record, group, role, number) for number, role in ((1, Role.MENTOR), (2, Role.MENTEE), (3, Role.MENTEE))
    )
    session = a_session(record, group, mentor, days_ago=12)
    record.sessions.answer(session.id, ilya.id, Coming.YES, NOW - timedelta(days=4))
    work = record.submissions.add(
        mentee_id=vera.id, group_id=group.id, state=State.WAITING, now=NOW - timedelta(days=13)
    )
    record.submissions.log(work, NewMove(kind=MoveKind.SEND, person_id=vera.id), NOW - timedelta(days=13))

    found = {one.name: (one.role, NOW - one.since) for one in record.silences.of(NOW)}

    assert found == {
        "mentor1": (Role.MENTOR, timedelta(days=13)),
        "mentee2": (Role.MENTEE, timedelta(days=12)),
        "mentee3": (Role.MENTEE, timedelta(days=4)),
    }


def test_where_nothing_is_open_nobody_is_silent(record: SqlRecord, group: Group) -> None:
    mentor = member(record, group, Role.MENTOR, 1)
    member(record, group, Role.MENTEE, 2)
    a_session(record, group, mentor, days_ago=0)

    assert record.silences.of(NOW) == []


def test_documents_follow_their_mentees_into_another_group(record: SqlRecord, group: Group) -> None:
    other = record.groups.add(programme_id=group.programme_id, name="Start", language=Language.EN, now=NOW)
    vera, ilya = (member(record, group, Role.MENTEE, number) for number in (2, 3))
    for person in (vera, ilya):
        record.submissions.add(mentee_id=person.id, group_id=group.id, state=State.WAITING, now=NOW)

    record.submissions.regroup([vera.id], old=group.id, new=other.id)
    record.submissions.regroup([], old=group.id, new=other.id)

    assert [line.mentee for line in record.submissions.waiting([other.id])] == [vera.name]
    assert [line.mentee for line in record.submissions.waiting([group.id])] == [ilya.name]


def test_what_is_held_back_is_let_go_and_nothing_else(record: SqlRecord, group: Group, connection: Connection) -> None:
    until = NOW + timedelta(days=1)
    vera = replace(member(record, group, Role.MENTEE, 2), snoozed_until=until)
    ilya = replace(member(record, group, Role.MENTEE, 3), snoozed_until=until)
    for person in (vera, ilya):
        notices.tell(record, person, TakenOut(group_name="Nova"))

    record.notices.hold_until(2, until, NOW)

    rows = connection.execute(select(outbox.c.chat_id, outbox.c.not_before).order_by(outbox.c.chat_id)).all()
    assert [tuple(row) for row in rows] == [(2, NOW), (3, until)]


def test_a_digest_leaves_out_who_is_on_paper_and_counts_who_completed(record: SqlRecord, group: Group) -> None:
    manager, mentor = member(record, group, Role.MENTEE, 8), member(record, group, Role.MENTOR, 1)
    record.managers.add(manager.id, group.programme_id, NOW)
    [place] = record.memberships.of_person(manager.id)
    record.memberships.save(replace(place, state=MembershipState.COMPLETED_EARLY))
    paper, blocked = (member(record, group, Role.MENTEE, number) for number in (2, 3))
    record.people.save(replace(paper, telegram_id=None, reachability=Reachability.ON_PAPER))
    record.people.save(replace(blocked, reachability=Reachability.BLOCKED))
    a_session(record, group, mentor, days_ago=2)

    facts = record.digests.facts(manager.id, NOW)

    assert [one.name for one in facts.unreachable] == [blocked.name]
    assert [one.name for one in facts.missing] == [blocked.name]
    assert facts.completed == 1
