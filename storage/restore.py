"""Brings a backup back into an empty place, after every hash in it was checked."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from sqlalchemy import func, insert, inspect, select

from storage import files, tombstones
from storage.archive import MANIFEST, blob_file, chunks, decode_row, read_manifest, sha256_of, table_file, tables_of
from storage.errors import BackupRefused
from storage.lock import hold
from storage.migrate import build, migrate, refuse_newer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Table

    from storage.archive import Manifest
    from storage.blobs import BlobStore
    from storage.engine import Database

ROWS_AT_ONCE = 1_000


def restore(database: Database, blobs: BlobStore, file: Path) -> Manifest:
    """Raises AlreadyRunning beside a bot, BackupRefused, SchemaTooNew. An older backup is brought up to date, and
    whoever has a tombstone beside the files is erased from it once more.
    """
    with hold(database), _opened(file) as archive:
        manifest = read_manifest(archive.read(MANIFEST))
        refuse_newer(manifest.schema)
        _verify(archive, manifest)
        if any(blobs.hashes()):
            raise BackupRefused("There are files here already; restore into an empty place.")
        _restore_rows(archive, manifest, database, blobs)
        migrate(database)
        _erase_again(database, blobs)
    return manifest


def _erase_again(database: Database, blobs: BlobStore) -> None:
    with database.writing.begin() as connection:
        forgotten = tombstones.apply(connection, tombstones.read(blobs.root))
        known = files.known_hashes(connection)
    for sha256 in {*forgotten} - known:
        stamp = blobs.stamp(sha256)
        if stamp is not None:
            blobs.remove(sha256, stamp=stamp)


@contextmanager
def _opened(file: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(file) as archive:
            yield archive
    except (BadZipFile, KeyError) as error:
        raise BackupRefused(f"{file} is not a complete backup: {error}") from error


def _verify(archive: ZipFile, manifest: Manifest) -> None:
    expected = {table_file(name): entry.sha256 for name, entry in manifest.tables.items()}
    expected |= {blob_file(sha256): sha256 for sha256 in manifest.blobs}
    for name, sha256 in expected.items():
        with archive.open(name) as content:
            if sha256_of(content) != sha256:
                raise BackupRefused(f"{name} in the backup is damaged; nothing was restored.")


def _restore_rows(archive: ZipFile, manifest: Manifest, database: Database, blobs: BlobStore) -> None:
    """The blobs before the commit, as always: a row that names a blob finds it."""
    with database.writing.begin() as connection:
        if inspect(connection).get_table_names():
            raise BackupRefused("There is a database here already; restore into an empty place.")
        build(connection, manifest.schema)
        for table in tables_of(connection):
            _fill(connection, archive, manifest, table)
        for sha256, size in manifest.blobs.items():
            _restore_blob(archive, blobs, sha256, size)


def _fill(connection: Connection, archive: ZipFile, manifest: Manifest, table: Table) -> None:
    columns = manifest.tables[table.name].columns
    with archive.open(table_file(table.name)) as lines:
        while batch := [decode_row(table, columns, line) for line in islice(lines, ROWS_AT_ONCE)]:
            connection.execute(insert(table), batch)
    if connection.dialect.name == "postgresql":
        _count_on(connection, table)


def _count_on(connection: Connection, table: Table) -> None:
    """PostgreSQL gives the next number from a sequence, which does not look at the rows."""
    for column in table.primary_key:
        sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
        if sequence is not None:
            connection.execute(select(func.setval(sequence, func.max(column))))


def _restore_blob(archive: ZipFile, blobs: BlobStore, sha256: str, size: int) -> None:
    with archive.open(blob_file(sha256)) as content, blobs.receive(limit=size) as incoming:
        for chunk in chunks(content):
            incoming.write(chunk)
        incoming.keep()
