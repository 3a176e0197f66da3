"""A backup from before somebody was erased brings them back only until the tombstones are read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from mentoring import former
from mentoring.files import FileKind, Keeping, Received
from mentoring.happenings import HappeningKind
from mentoring.people import Language, Role
from mentoring.rules import Rules
from mentoring.submissions import MoveKind, NewMove, State
from storage import tombstones
from storage.backup import backup
from storage.blobs import BlobStore
from storage.engine import open_database
from storage.record import SqlRecord
from storage.restore import restore

if TYPE_CHECKING:
    from pathlib import Path

    from mentoring.ids import PersonId
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
OF_VERA, OF_ILYA = b"canary of Vera", b"of Ilya"


def stored(blobs: BlobStore, content: bytes) -> str:
    with blobs.receive(limit=1000) as incoming:
        incoming.write(content)
        return incoming.keep().sha256


def hands_in(record: SqlRecord, blobs: BlobStore, telegram_id: int, name: str, content: bytes) -> PersonId:
    person = record.people.add(telegram_id=telegram_id, name=name, language=Language.BG, zone="UTC", now=NOW)
    work = record.submissions.add(mentee_id=person.id, group_id=None, state=State.WAITING, now=NOW)
    move = record.submissions.log(work, NewMove(kind=MoveKind.SEND, person_id=person.id), NOW)
    received = Received(kind=FileKind.DOCUMENT, file_id=name, unique_id=name, chat_id=telegram_id, message_id=1)
    file = record.attachments.add(move, received, NOW)
    assert file.keeping is Keeping.PENDING
    record.attachments.stored(file.id, sha256=stored(blobs, content), size=len(content), now=NOW)
    return person.id


@pytest.fixture
def before(database: Database, tmp_path: Path) -> Path:
    """Vera and Ilya, each with a file, in a backup."""
    blobs = BlobStore(tmp_path / "files")
    with database.writing.begin() as connection:
        record = SqlRecord(connection, NOW, Rules())
        assert hands_in(record, blobs, 11, "Vera", OF_VERA) == 1
        hands_in(record, blobs, 12, "Ilya", OF_ILYA)
    backup(database, blobs, tmp_path / "before.zip")
    return tmp_path / "before.zip"


def test_whoever_was_erased_after_the_backup_stays_erased_and_so_do_their_files(
    database: Database, before: Path, tmp_path: Path
) -> None:
    place, blobs = open_database(f"sqlite:///{tmp_path}/again.db"), BlobStore(tmp_path / "again")
    with database.writing.begin() as connection:
        record = SqlRecord(connection, NOW, Rules())
        vera = record.people.by_telegram_id(11)
        assert vera is not None
        record.erasing.erase(vera.id, name=former.mark(Role.MENTEE, vera.id), now=NOW)
        record.happenings.add(HappeningKind.ERASED, now=NOW, person_id=vera.id)
        tombstones.keep(blobs.root, tombstones.of_record(connection))

    restore(place, blobs, before)

    with place.writing.begin() as connection:
        record = SqlRecord(connection, NOW, Rules())
        assert record.people.by_id(vera.id).name == former.mark(Role.MENTEE, vera.id)
        assert record.people.by_telegram_id(11) is None
        assert record.people.by_telegram_id(12) is not None
    place.close()
    contents = []
    for sha256 in blobs.hashes():
        with blobs.open(sha256) as content:
            contents.append(content.read())
    assert contents == [OF_ILYA]
