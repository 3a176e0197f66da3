"""Consents are kept for each version, and one that was withdrawn is not forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.consents import Consent, ConsentKind
from mentoring.people import Language
from mentoring.rules import Rules
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from mentoring.ids import PersonId
    from storage.engine import Database


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.connect() as connection:
        yield connection
        connection.rollback()


@pytest.fixture
def record(connection: Connection) -> SqlRecord:
    return SqlRecord(connection, NOW, Rules())


@pytest.fixture
def vera(record: SqlRecord) -> PersonId:
    return record.people.add(telegram_id=21, name="Vera", language=Language.EN, zone="UTC", now=NOW).id


def consent(person_id: PersonId, version: int, withdrawn_at: datetime | None = None) -> Consent:
    kind = ConsentKind.TAKE_PART
    return Consent(person_id=person_id, kind=kind, version=version, given_at=NOW, withdrawn_at=withdrawn_at)


def test_each_version_has_its_own_answer(record: SqlRecord, vera: PersonId) -> None:
    for version in (1, 2):
        record.consents.give(vera, ConsentKind.TAKE_PART, version=version, now=NOW)
    record.consents.give(vera, ConsentKind.TAKE_PART, version=2, now=LATER)

    assert record.consents.of_person(vera) == [consent(vera, 1), consent(vera, 2)]
    assert record.consents.in_force(vera, ConsentKind.TAKE_PART) == consent(vera, 2)
    assert record.consents.in_force(vera, ConsentKind.QUOTES) is None


def test_what_was_withdrawn_stays_known_and_can_be_given_again(record: SqlRecord, vera: PersonId) -> None:
    record.consents.give(vera, ConsentKind.TAKE_PART, version=1, now=NOW)

    assert record.consents.withdraw(vera, ConsentKind.TAKE_PART, LATER)
    assert not record.consents.withdraw(vera, ConsentKind.TAKE_PART, LATER)
    assert record.consents.of_person(vera) == [consent(vera, 1, LATER)]
    assert record.consents.in_force(vera, ConsentKind.TAKE_PART) is None

    record.consents.give(vera, ConsentKind.TAKE_PART, version=1, now=LATER)
    [again] = record.consents.of_person(vera)
    assert (again.given_at, again.withdrawn_at) == (LATER, None)
