"""Seats, names and open questions on both engines, also when everybody comes at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.acting import Acting
from mentoring.groups import InvitationKind
from mentoring.people import Language, Role
from mentoring.prompts import Asking, Prompt
from mentoring.rules import Rules
from mentoring.use_cases.managing import MakeManagerCode, make_manager_code
from mentoring.use_cases.start import Start, start
from storage.record import SqlRecord
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from sqlalchemy import Connection

    from mentoring.groups import Group, Invitation
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PEOPLE = range(1000, 1200)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.begin() as connection:
        yield connection


@pytest.fixture
def record(connection: Connection) -> SqlRecord:
    return SqlRecord(connection, NOW, Rules())


@pytest.fixture
async def busy_writer(database: Database) -> AsyncIterator[Writer]:
    writer = Writer(database=database)
    writer.start()
    yield writer
    await writer.stop()


def a_group(record: SqlRecord) -> Group:
    programme = record.programmes.add(name="P", organisation="O", language=Language.EN, zone="UTC", now=NOW)
    return record.groups.add(programme_id=programme.id, name="Nova", language=Language.EN, now=NOW)


def a_link(record: SqlRecord, group: Group, *, called: str = "h", seats: int = 2) -> Invitation:
    return record.invitations.add(
        kind=InvitationKind.MENTEE,
        token_hash=called,
        group_id=group.id,
        created_by=None,
        max_uses=seats,
        expires_at=NOW + timedelta(days=14),
        now=NOW,
    )


def test_a_link_is_used_as_often_as_it_has_seats_and_never_after_its_time(record: SqlRecord) -> None:
    group = a_group(record)
    link = a_link(record, group)

    assert [record.invitations.use(link.id, NOW) for _ in range(4)] == [True, True, False, False]
    assert record.invitations.live_of(group.id, NOW) == []
    record.invitations.seat(group.id, InvitationKind.MENTEE, 1)
    assert not record.invitations.use(link.id, NOW + timedelta(days=14))
    assert record.invitations.use(link.id, NOW + timedelta(days=14, microseconds=-1))


def test_revoking_ends_the_links_of_that_kind_and_group_only(record: SqlRecord) -> None:
    group, other = a_group(record), a_group(record)
    mine, theirs = a_link(record, group), a_link(record, other, called="other")

    record.invitations.revoke(group.id, InvitationKind.MENTEE, NOW)

    assert not record.invitations.use(mine.id, NOW)
    assert record.invitations.use(theirs.id, NOW)


def test_a_name_is_claimed_once(record: SqlRecord) -> None:
    group = a_group(record)
    name = record.memberships.expect(group_id=group.id, role=Role.MENTEE, name="Vera", now=NOW)
    people = [
        record.people.add(telegram_id=each, name="x", language=Language.EN, zone="UTC", now=NOW) for each in (1, 2)
    ]

    assert [record.memberships.claim(name.id, person.id) for person in people] == [True, False]
    [kept] = record.memberships.of_group(group.id)
    assert kept.person_id == people[0].id


def test_there_is_one_open_question_for_each_person_until_it_expires(record: SqlRecord) -> None:
    first = Prompt(telegram_id=7, asking=Asking.OWN_NAME, draft={"name": "Ива ✓", "n": 2**40}, expires_at=NOW)
    second = replace(first, asking=Asking.CONSENT, expires_at=NOW + timedelta(hours=72))

    record.prompts.ask(first)
    assert record.prompts.of(7, NOW) is None
    record.prompts.ask(second)
    assert record.prompts.of(7, NOW) == second
    assert record.prompts.of(8, NOW) is None
    record.prompts.close(7)
    assert record.prompts.of(7, NOW) is None


def test_expired_questions_are_forgotten(record: SqlRecord) -> None:
    for telegram_id in (7, 8):
        record.prompts.ask(
            Prompt(telegram_id=telegram_id, asking=Asking.CONSENT, draft={}, expires_at=NOW + timedelta(hours=72))
        )

    assert record.prompts.prune(NOW + timedelta(hours=71)) == 0
    assert record.prompts.prune(NOW + timedelta(hours=72)) == 2


def test_wrong_tries_are_counted_by_the_hour(record: SqlRecord) -> None:
    hour = timedelta(hours=1)
    for _ in range(3):
        record.wrong_tries.add(7, since=NOW - hour, now=NOW)

    assert record.wrong_tries.count(7, since=NOW - hour) == 3
    assert record.wrong_tries.count(7, since=NOW) == 0
    record.wrong_tries.add(7, since=NOW, now=NOW + hour)
    assert record.wrong_tries.count(7, since=NOW) == 1


def test_a_moved_chat_takes_its_binding_along(record: SqlRecord) -> None:
    group = a_group(record)
    record.groups.save(replace(group, chat_id=-5, chat_title="Nova chat", can_pin=True))

    record.groups.move(-5, -1005)

    moved = record.groups.by_chat(-1005)
    assert moved == replace(group, chat_id=-1005, chat_title="Nova chat", can_pin=True)
    assert record.groups.by_chat(-5) is None


def test_what_could_not_be_told_is_counted(record: SqlRecord) -> None:
    person = record.people.add(telegram_id=7, name="x", language=Language.EN, zone="UTC", now=NOW)

    record.people.count_missed(person.id)
    record.people.count_missed(person.id)

    assert record.people.by_id(person.id).missed == 2


async def test_of_two_hundred_who_open_one_managers_code_exactly_one_comes_in(busy_writer: Writer) -> None:
    def make(connection: Connection) -> None:
        make_manager_code(SqlRecord(connection, NOW, Rules()), MakeManagerCode(token="first"), NOW)

    async def opens(telegram_id: int) -> bool:
        by = Acting(telegram_id=telegram_id, chat_id=telegram_id)

        def unit(connection: Connection) -> bool:
            record = SqlRecord(connection, NOW, Rules())
            start(record, Start(by=by, payload="m_first"), NOW)
            return record.prompts.of(telegram_id, NOW) is not None

        return await busy_writer.change(unit)

    await busy_writer.change(make)
    came_in = await asyncio.gather(*(opens(telegram_id) for telegram_id in PEOPLE))

    assert came_in.count(True) == 1
