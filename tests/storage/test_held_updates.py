"""What waits for its sender's answer is kept as it came, handled once, and not kept for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from storage import inbox
from storage.inbox import DEAD_KEPT, AlreadyDoneError, Arrival

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.connect() as connection:
        inbox.store(connection, [arrival(1), arrival(2), arrival(3, lane=8)])
        yield connection
        connection.rollback()


def arrival(update_id: int, lane: int = 7) -> Arrival:
    return Arrival(update_id=update_id, lane=lane, raw=f'{{"update_id":{update_id}}}', received_at=NOW)


def test_what_is_held_waits_no_more_until_it_is_released_in_its_order(connection: Connection) -> None:
    for update_id in (2, 1, 3):
        inbox.hold(connection, update_id, NOW)
    assert inbox.waiting(connection) == []

    assert inbox.release(connection, 7) == 2

    assert inbox.waiting(connection) == [arrival(1), arrival(2)]


def test_nothing_is_held_that_was_done_and_nothing_held_is_done(connection: Connection) -> None:
    inbox.mark_done(connection, 1, NOW)
    inbox.hold(connection, 2, NOW)

    with pytest.raises(AlreadyDoneError):
        inbox.hold(connection, 1, NOW)
    with pytest.raises(AlreadyDoneError):
        inbox.mark_done(connection, 2, NOW)


def test_what_is_forgotten_keeps_its_number_and_not_its_words(connection: Connection) -> None:
    inbox.hold(connection, 1, NOW)

    inbox.forget_held(connection, 7, NOW)

    assert inbox.release(connection, 7) == 0
    assert inbox.store(connection, [arrival(1)]) == []
    assert connection.exec_driver_sql("SELECT raw FROM inbox WHERE update_id = 1").scalar_one() == ""


def test_after_thirty_days_nobody_waits_for_an_answer_any_more(connection: Connection) -> None:
    inbox.hold(connection, 1, NOW)

    assert inbox.sweep(connection, NOW + DEAD_KEPT) == 0
    assert inbox.sweep(connection, NOW + DEAD_KEPT + timedelta(seconds=1)) == 1
    assert inbox.release(connection, 7) == 0
