"""Every column that holds words is either emptied for whoever is erased, or written down here with the reason."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select

from mentoring import former
from mentoring.erasing import Tombstone
from mentoring.happenings import HappeningKind
from mentoring.ids import AttachmentId, PersonId
from mentoring.people import Language, Person, Role
from storage import outbox, tombstones
from storage.erasing import SqlErasing
from storage.files import SqlAttachments
from storage.happenings import SqlHappenings
from storage.people import SqlPeople
from storage.schema import metadata
from tests.storage.canaries import NOW, fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Table

    from storage.engine import Database

THEM = PersonId(1)
NAME = former.mark(Role.MENTEE, THEM)
#: Words that are the programme's, the group's or the machine's own, by table; hashes and Telegram's names of files that
#: stay because they are filed.
IMPERSONAL = {
    "agenda_items": {"text"},
    "appointments": {"occurrence", "wall_time", "zone"},
    "attachments": {"file_id", "mime", "sha256", "unique_id"},
    "date_polls": {"plan"},
    "document_choices": {"code", "title_bg", "title_en"},
    "filings": {"code"},
    "groups": {"chat_title", "code", "goals", "invite_link", "name"},
    "inbox": {"error"},
    "inspections": {"record_ids"},
    "interview_answers": {"question"},
    "invitations": {"token_hash"},
    "minutes": {"decisions", "next_steps", "summary"},
    "monitoring_plans": {"fields"},
    "outbox": {"kind", "reason"},
    "own_templates": {"code", "name", "sha256"},
    "papers": {"code", "form_version", "record_id"},
    "programmes": {"contacts", "name", "organisation", "reminders", "topics", "zone"},
    "proposed_dates": {"wall_time", "zone"},
    "scans": {"file_id", "order", "preview_sha256", "sha256"},
    "sessions": {
        *("address", "aim", "documents", "goals", "homework", "preparation", "reason", "responsible", "topic"),
        *("wall_time", "zone"),
    },
    "slots": {"code", "key"},
    "tallies": {"what"},
    "uploads": {"code"},
}


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.connect() as connection:
        yield connection
        connection.rollback()


def _holding(connection: Connection, table: Table, words: str) -> Iterator[str]:
    for row in connection.execute(select(table)).mappings():
        yield from (str(name) for name, value in row.items() if isinstance(value, str) and words in value)


def test_no_column_keeps_words_of_whoever_was_erased(connection: Connection) -> None:
    fill(connection)

    SqlErasing(connection).erase(THEM, name=NAME, now=NOW)

    left = {table.name: {*_holding(connection, table, "canary 1")} for table in metadata.sorted_tables}
    assert {name: columns for name, columns in left.items() if columns} == IMPERSONAL


def test_what_others_are_told_later_names_them_no_more(connection: Connection) -> None:
    fill(connection)

    SqlErasing(connection).erase(THEM, name=NAME, now=NOW)

    mine, facts = connection.scalars(select(metadata.tables["outbox"].c.facts)).all()
    assert mine == ""
    [draft] = connection.scalars(select(metadata.tables["prompts"].c.draft)).all()
    assert (json.loads(facts), json.loads(draft)) == ({"name": NAME, "of": [2]}, {"name": NAME, "of": [2]})


def test_nobody_else_loses_a_word(connection: Connection) -> None:
    fill(connection)
    tables = [table for table in metadata.sorted_tables if table.name not in {"outbox", "prompts"}]
    before = {table.name: sorted(_holding(connection, table, "canary 2")) for table in tables}

    SqlErasing(connection).erase(THEM, name=NAME, now=NOW)

    assert {table.name: sorted(_holding(connection, table, "canary 2")) for table in tables} == before


def _somebody(connection: Connection, telegram_id: int) -> Person:
    return SqlPeople(connection).add(
        telegram_id=telegram_id, name=f"Canary {telegram_id}", language=Language.BG, zone="Europe/Sofia", now=NOW
    )


def test_whom_a_backup_brings_back_the_tombstones_erase_once_more(connection: Connection, tmp_path: Path) -> None:
    vera, ilya = _somebody(connection, 11), _somebody(connection, 12)
    erased = Tombstone(person_id=vera.id, created_at=NOW, erased_at=NOW, by_id=ilya.id)
    another = Tombstone(person_id=ilya.id, created_at=NOW - timedelta(days=1), erased_at=NOW, by_id=None)
    tombstones.keep(tmp_path, [erased])
    tombstones.keep(tmp_path, [erased, another])

    tombstones.apply(connection, tombstones.read(tmp_path))
    tombstones.apply(connection, tombstones.read(tmp_path))

    people = SqlPeople(connection)
    assert people.by_id(vera.id).name == former.mark(Role.MENTEE, vera.id)
    assert people.by_id(vera.id).telegram_id is None
    assert people.by_id(ilya.id) == ilya
    happened = SqlHappenings(connection).of_person(vera.id)
    assert [(one.kind, one.by_id, one.at) for one in happened] == [(HappeningKind.ERASED, ilya.id, NOW)]
    assert [*tombstones.of_record(connection)] == [erased]


def test_a_tombstone_says_nothing_of_the_person(connection: Connection, tmp_path: Path) -> None:
    vera = _somebody(connection, 11)
    SqlErasing(connection).erase(vera.id, name=NAME, now=NOW)
    SqlHappenings(connection).add(HappeningKind.ERASED, now=NOW, person_id=vera.id)

    tombstones.keep(tmp_path, tombstones.of_record(connection))

    written = (tmp_path / tombstones.FILE_NAME).read_text()
    moment = "2026-11-23T09:00:00Z"
    assert json.loads(written) == {"person_id": vera.id, "created_at": moment, "erased_at": moment, "by_id": None}


def test_their_account_is_found_nowhere(connection: Connection) -> None:
    """Not in a card's name either, by which a manager saw them at the door."""
    account = 987_654_321
    _somebody(connection, account)
    tables = metadata.tables
    key = f"let_in:{account}"
    card = {"chat_id": 7, "card_key": key, "message_id": 1, "has_file": False, "content_hash": "", "sent_at": NOW}
    connection.execute(insert(tables["cards"]), card)
    outbox.add(connection, outbox.ParcelDraft(chat_id=7, kind="K", facts="{}", card_key=key), NOW)
    outbox.add(connection, outbox.ParcelDraft(chat_id=account, kind="K", facts="{}"), NOW)
    person = SqlPeople(connection).by_telegram_id(account)
    assert person is not None

    SqlErasing(connection).erase(person.id, name=NAME, now=NOW)

    rows = [str(row) for table in metadata.sorted_tables for row in connection.execute(select(table))]
    assert [row for row in rows if str(account) in row] == []


def test_what_was_fetched_for_a_file_that_is_gone_does_not_become_anothers(connection: Connection) -> None:
    fill(connection)
    files = SqlAttachments(connection)

    stored = files.stored(AttachmentId(2), sha256="of another", size=1, now=NOW, file_id="gone")

    assert not stored
    assert files.stored(AttachmentId(2), sha256="ab", size=1, now=NOW, file_id="canary 2 attachments.file_id")
