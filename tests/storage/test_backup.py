from __future__ import annotations

import hashlib
import zipfile
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import delete, insert

from mentoring.people import Language
from storage.archive import MANIFEST, Manifest
from storage.backup import backup
from storage.blobs import BlobStore
from storage.engine import Database, open_database
from storage.errors import AlreadyRunning, BackupRefused, SchemaTooNew
from storage.lock import hold
from storage.migrate import build
from storage.restore import restore
from storage.schema import metadata
from storage.tables.people import programmes, wrong_tries
from tests.storage.full_record import ROWS, fill, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.storage.engines import Engines


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def blobs(tmp_path: Path) -> BlobStore:
    store = BlobStore(tmp_path / "files")
    for content in (b"an essay", b"a photograph" * 100_000, b""):
        keep(store, content)
    return store


@pytest.fixture
def no_blobs(tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path / "restored files")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def target(request: pytest.FixtureRequest, engines: Engines, tmp_path: Path) -> Iterator[Database]:
    """An empty database, also of the other engine."""
    with ExitStack() as cleanup:
        url = f"sqlite:///{tmp_path / 'restored.db'}"
        if request.param == "postgres":
            url = cleanup.enter_context(engines.server.empty_database())
        yield cleanup.enter_context(closing(open_database(url)))


@pytest.fixture
def file(database: Database, blobs: BlobStore, tmp_path: Path) -> Path:
    """A backup of rows in every table and three blobs."""
    fill(database)
    backup(database, blobs, tmp_path / "monday.zip")
    return tmp_path / "monday.zip"


def keep(store: BlobStore, content: bytes) -> str:
    with store.receive(limit=10_000_000) as incoming:
        incoming.write(content)
        return incoming.keep().sha256


def replace(file: Path, member: str, content: bytes) -> None:
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, old in members.items():
            archive.writestr(name, content if name == member else old)


def test_a_backup_comes_back_on_either_engine(
    database: Database, blobs: BlobStore, file: Path, target: Database, no_blobs: BlobStore
) -> None:
    manifest = restore(target, no_blobs, file)
    assert rows_of(target) == rows_of(database)
    assert {entry.rows for entry in manifest.tables.values()} == {ROWS}
    assert sorted(no_blobs.hashes()) == sorted(blobs.hashes()) == sorted(manifest.blobs)


def test_a_restored_database_goes_on_counting(file: Path, empty_database: Database, no_blobs: BlobStore) -> None:
    restore(empty_database, no_blobs, file)
    row = {"name": "Spring", "organisation": "", "language": Language.EN, "zone": "UTC", "created_at": NOW}
    with empty_database.writing.begin() as connection:
        assert connection.execute(insert(programmes), row).inserted_primary_key == (ROWS + 1,)


def test_nothing_is_restored_over_a_database(file: Path, database: Database, no_blobs: BlobStore) -> None:
    before = rows_of(database)
    with pytest.raises(BackupRefused, match="a database here already"):
        restore(database, no_blobs, file)
    assert rows_of(database) == before


def test_nothing_is_restored_over_files(file: Path, empty_database: Database, blobs: BlobStore) -> None:
    with pytest.raises(BackupRefused, match="files here already"):
        restore(empty_database, blobs, file)
    assert rows_of(empty_database) == {}


def test_nothing_is_restored_while_a_bot_runs(file: Path, empty_database: Database, no_blobs: BlobStore) -> None:
    same = open_database(empty_database.url.render_as_string(hide_password=False))
    with hold(same), pytest.raises(AlreadyRunning):
        restore(empty_database, no_blobs, file)


@pytest.mark.parametrize("member", ["tables/people.jsonl", f"blobs/{hashlib.sha256(b'an essay').hexdigest()}"])
def test_a_damaged_backup_restores_nothing(
    file: Path, empty_database: Database, no_blobs: BlobStore, member: str
) -> None:
    replace(file, member, b"[]")
    with pytest.raises(BackupRefused, match="damaged"):
        restore(empty_database, no_blobs, file)
    assert rows_of(empty_database) == {}
    assert list(no_blobs.hashes()) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"What I learned"])
def test_what_is_no_backup_is_refused(
    tmp_path: Path, empty_database: Database, no_blobs: BlobStore, content: bytes
) -> None:
    (tmp_path / "essay.zip").write_bytes(content)
    with pytest.raises(BackupRefused, match="not a complete backup"):
        restore(empty_database, no_blobs, tmp_path / "essay.zip")


def test_a_backup_of_a_newer_schema_is_refused(file: Path, empty_database: Database, no_blobs: BlobStore) -> None:
    manifest = msgspec.json.decode(zipfile.ZipFile(file).read(MANIFEST), type=Manifest)
    replace(file, MANIFEST, msgspec.json.encode(msgspec.structs.replace(manifest, schema="9999")))
    with pytest.raises(SchemaTooNew):
        restore(empty_database, no_blobs, file)


def test_a_backup_of_an_older_schema_is_brought_up_to_date(
    empty_database: Database, blobs: BlobStore, no_blobs: BlobStore, tmp_path: Path
) -> None:
    with empty_database.writing.begin() as connection:
        build(connection, "0002")
    fill(empty_database)
    backup(empty_database, blobs, tmp_path / "older.zip")
    with closing(open_database(f"sqlite:///{tmp_path / 'restored.db'}")) as target:
        restore(target, no_blobs, tmp_path / "older.zip")
        restored = rows_of(target)
    assert restored.keys() == set(metadata.tables)
    assert {name: restored[name] for name in rows_of(empty_database)} == rows_of(empty_database)


def test_a_backup_is_made_beside_a_running_bot(database: Database, blobs: BlobStore, tmp_path: Path) -> None:
    fill(database)
    with database.writing.begin() as connection:
        connection.execute(delete(wrong_tries))
        beside = open_database(database.url.render_as_string(hide_password=False))
        manifest = backup(beside, blobs, tmp_path / "monday.zip")
    assert manifest.tables["wrong_tries"].rows == ROWS


def test_a_backup_overwrites_nothing(database: Database, blobs: BlobStore, file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(BackupRefused, match="exists already"):
        backup(database, blobs, file)
    assert file.read_bytes() == before


def test_a_backup_that_fails_leaves_no_file(empty_database: Database, blobs: BlobStore, tmp_path: Path) -> None:
    empty_database.writing.connect().close()
    with pytest.raises(BackupRefused, match="empty"):
        backup(empty_database, blobs, tmp_path / "monday.zip")
    assert list(tmp_path.glob("monday*")) == []


def test_a_backup_is_for_its_owner_only(file: Path) -> None:
    assert file.stat().st_mode & 0o077 == 0


def test_a_damaged_blob_is_left_out_and_named(database: Database, blobs: BlobStore, tmp_path: Path) -> None:
    sha256 = keep(blobs, b"an essay")
    blobs.path(sha256).write_bytes(b"damaged")
    manifest = backup(database, blobs, tmp_path / "monday.zip")
    assert manifest.lost == (sha256,)
    assert len(manifest.blobs) == 2
