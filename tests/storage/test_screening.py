"""What waits for the virus scanner, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from mentoring.files import FETCH_LIMIT_BYTES, FileKind, Received
from mentoring.people import Language
from mentoring.rules import Rules
from mentoring.scans import Screening
from mentoring.submissions import MoveKind, NewMove, State
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.ids import MoveId
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FILE = Received(
    kind=FileKind.DOCUMENT, file_id="f", unique_id="u", file_name="essay.pdf", size=9, chat_id=1, message_id=5
)


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.begin() as connection:
        yield SqlRecord(connection, NOW, Rules(screens_files=True))


def a_move(record: SqlRecord, telegram_id: int = 1) -> MoveId:
    vera = record.people.add(telegram_id=telegram_id, name="Vera", language=Language.EN, zone="UTC", now=NOW)
    work = record.submissions.add(mentee_id=vera.id, group_id=None, state=State.OFFERED, now=NOW)
    return record.submissions.log(work, NewMove(kind=MoveKind.SEND, person_id=vera.id), NOW)


def test_documents_are_held_and_what_telegram_made_itself_is_not(record: SqlRecord) -> None:
    move = a_move(record)
    document = record.attachments.add(move, FILE, NOW)
    for number, other in enumerate(
        (replace(FILE, kind=FileKind.PHOTO), replace(FILE, size=FETCH_LIMIT_BYTES + 1)), start=6
    ):
        record.attachments.add(move, replace(other, message_id=number, unique_id=f"u{number}", file_id="g"), NOW)

    assert [one.attachment_id for one in record.screenings.held()] == [document.id]
    assert record.attachments.holding.files == ["f"]


def test_nothing_is_held_without_a_scanner(record: SqlRecord) -> None:
    unguarded = SqlRecord(record.connection, NOW, Rules())
    unguarded.attachments.add(a_move(record), FILE, NOW)

    assert record.screenings.held() == []
    assert unguarded.attachments.holding.files == []


def test_a_file_is_settled_once_wherever_it_was_sent(record: SqlRecord) -> None:
    first = record.attachments.add(a_move(record), FILE, NOW)
    second = record.attachments.add(a_move(record, 2), replace(FILE, file_id="f2"), NOW)
    waiting = record.screenings.of(first.id)
    assert waiting is not None

    settled = record.screenings.settle(waiting, Screening.INFECTED)

    assert [one.attachment_id for one in settled] == [first.id, second.id]
    assert record.screenings.settle(waiting, Screening.CLEAN) == []
    assert [one.screening for one in record.screenings.held()] == [Screening.INFECTED] * 2
    assert record.screenings.infected == ["f", "f2"]


def test_only_what_has_a_copy_and_waits_is_asked_for(record: SqlRecord) -> None:
    file = record.attachments.add(a_move(record), FILE, NOW)
    record.attachments.stored(file.id, sha256="0" * 64, size=9, now=NOW)
    record.screenings.ask(file.id)
    assert record.screenings.asked == [file.id]

    assert record.screenings.let_go(file.id) is not None
    assert record.screenings.let_go(file.id) is None
    record.screenings.ask(file.id)
    assert (record.screenings.asked, record.screenings.released) == ([file.id], ["f"])


def test_an_edited_file_waits_anew(record: SqlRecord) -> None:
    file = record.attachments.add(a_move(record), FILE, NOW)
    waiting = record.screenings.of(file.id)
    assert waiting is not None
    record.screenings.settle(waiting, Screening.CLEAN)

    record.attachments.replace(file.id, replace(FILE, file_id="f2", unique_id="u2"), NOW)

    assert [one.file_id for one in record.screenings.held()] == ["f2"]
