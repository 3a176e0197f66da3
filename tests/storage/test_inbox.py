"""The inbox keeps what arrived exactly once, until it is handled and for as long as Telegram may bring it again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from storage import inbox
from storage.inbox import AlreadyDoneError, Arrival

if TYPE_CHECKING:
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FIRST, SECOND, THIRD = (
    Arrival(update_id=number, lane=-1_002_000_000_001, raw=f'{{"update_id":{number}}}', received_at=NOW)
    for number in (1, 2, 3)
)


def test_what_is_known_is_not_stored_again(database: Database) -> None:
    with database.writing.begin() as connection:
        assert inbox.store(connection, [FIRST, SECOND]) == [1, 2]
        inbox.mark_done(connection, 1, NOW)
        assert inbox.store(connection, [FIRST, SECOND, THIRD]) == [3]
        assert inbox.waiting(connection) == [SECOND, THIRD]


def test_an_update_is_done_once(database: Database) -> None:
    with database.writing.begin() as connection:
        inbox.store(connection, [FIRST])
        inbox.mark_done(connection, 1, NOW)
        with pytest.raises(AlreadyDoneError):
            inbox.mark_done(connection, 1, NOW)
        with pytest.raises(AlreadyDoneError):
            inbox.record_failure(connection, 1, error="KeyError")


def test_what_somebody_wrote_is_forgotten_when_it_is_done_and_kept_while_it_is_put_aside(database: Database) -> None:
    with database.writing.begin() as connection:
        inbox.store(connection, [FIRST, SECOND, THIRD])
        inbox.mark_done(connection, 1, NOW)
        inbox.mark_all_done(connection, [2], NOW)
        inbox.record_failure(connection, 3, error="KeyError")
        inbox.quarantine(connection, 3, NOW)

        kept = connection.exec_driver_sql("SELECT update_id, raw FROM inbox ORDER BY update_id").all()
    assert [tuple(row) for row in kept] == [(1, ""), (2, ""), (3, THIRD.raw)]


def test_failures_are_counted_and_a_requeued_update_starts_from_none(database: Database) -> None:
    with database.writing.begin() as connection:
        inbox.store(connection, [FIRST, SECOND])
        assert [inbox.record_failure(connection, 1, error="KeyError") for _ in range(3)] == [1, 2, 3]
        inbox.quarantine(connection, 1, NOW)
        assert inbox.waiting(connection) == [SECOND]
        assert inbox.counts(connection).dead == 1

        assert inbox.requeue(connection, 2) == []
        assert inbox.requeue(connection, 1) == [FIRST]
        assert inbox.record_failure(connection, 1, error="KeyError") == 1


def test_what_no_column_can_hold_is_kept_as_escapes(database: Database) -> None:
    raw = '{"update_id":1,"text":"half \ud83d, whole 😀, nothing \0"}'
    with database.writing.begin() as connection:
        inbox.store(connection, [Arrival(update_id=1, lane=0, raw=raw, received_at=NOW)])
        [kept] = inbox.waiting(connection)

    assert kept.raw == '{"update_id":1,"text":"half \\ud83d, whole 😀, nothing \\u0000"}'


def test_what_has_no_number_goes_aside_once_and_stays_there(database: Database) -> None:
    with database.writing.begin() as connection:
        for _ in range(2):
            inbox.store_unreadable(connection, ["<html>\0", "[]"], NOW)
        assert inbox.counts(connection).dead == 2
        assert inbox.requeue(connection) == []


def test_rows_go_when_telegram_cannot_repeat_them_and_quarantined_ones_later(database: Database) -> None:
    with database.writing.begin() as connection:
        inbox.store(connection, [FIRST, SECOND, THIRD])
        inbox.mark_done(connection, 1, NOW)
        inbox.record_failure(connection, 2, error="KeyError")
        inbox.quarantine(connection, 2, NOW)

        assert inbox.sweep(connection, NOW + timedelta(days=3)) == 0
        assert inbox.sweep(connection, NOW + timedelta(days=3, seconds=1)) == 1
        assert inbox.sweep(connection, NOW + timedelta(days=30, seconds=1)) == 1
        assert inbox.waiting(connection) == [THIRD]


def test_sweeping_takes_no_more_at_once_than_it_is_told(database: Database) -> None:
    with database.writing.begin() as connection:
        inbox.store(connection, [FIRST, SECOND, THIRD])
        inbox.mark_all_done(connection, [1, 2, 3], NOW)
        later = NOW + timedelta(days=4)

        assert [inbox.sweep(connection, later, limit=2) for _ in range(3)] == [2, 1, 0]


def test_the_head_remembers_the_newest_number_and_the_last_answer(database: Database) -> None:
    later = NOW + timedelta(minutes=5)
    with database.writing.begin() as connection:
        assert inbox.head(connection) is None
        inbox.move_head(connection, update_id=7, now=NOW)
        inbox.move_head(connection, update_id=9, now=NOW)
        inbox.note_polled(connection, later)

        assert inbox.head(connection) == inbox.Head(update_id=9, seen_at=NOW, polled_at=later)


def test_counts_say_what_waits_and_since_when(database: Database) -> None:
    with database.writing.begin() as connection:
        assert inbox.counts(connection) == inbox.Counts(waiting=0, dead=0, oldest_waiting_at=None)
        inbox.store(connection, [FIRST, SECOND])
        inbox.mark_done(connection, 1, NOW)

        assert inbox.counts(connection) == inbox.Counts(waiting=1, dead=0, oldest_waiting_at=NOW)
