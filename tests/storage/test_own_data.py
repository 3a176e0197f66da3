"""What somebody gets of what is kept about them: every word of their own, and none of anybody else's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mentoring.ids import PersonId
from storage.own_data import SqlOwnData
from tests.storage.canaries import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from storage.engine import Database

ME = PersonId(1)
#: Every column in which somebody has said something, or something was said of them to them.
MINE = {
    "attachments": {"caption", "name"},
    "concerns": {"text"},
    "diary_answers": {"text"},
    "interview_answers": {"text"},
    "interviews": {"action", "action_by"},
    "memberships": {"name"},
    "people": {"guardian", "name", "zone"},
    "questions": {"text"},
    "session_answers": {"reason"},
    "session_lines": {"file_name", "text"},
    "session_tasks": {"text"},
    "signers": {"name"},
    "slots": {"code"},
    "submission_moves": {"text"},
}


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.connect() as connection:
        yield connection
        connection.rollback()


def _given(connection: Connection) -> str:
    fill(connection)
    own = SqlOwnData(connection).of_person(ME)
    files = [[one.name, one.caption] for one in own.files]
    return json.dumps([dict(own.rows), files])


def test_every_word_of_ones_own_is_given(connection: Connection) -> None:
    given = _given(connection)

    missing = [f"{table}.{name}" for table in MINE for name in MINE[table] if f"canary 1 {table}.{name}" not in given]
    assert missing == []


def test_no_word_of_anybody_else_is_given(connection: Connection) -> None:
    assert "canary 2" not in _given(connection)


def test_no_reason_or_account_of_a_manager_is_given(connection: Connection) -> None:
    given = _given(connection)

    private = ("memberships.reason", "happenings.text", "slots.reason", "filings.reason", "filing_deeds.reason")
    assert [name for name in private if name in given] == []
