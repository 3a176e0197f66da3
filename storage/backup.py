"""Writes the whole record into one zip file of plain rows and blobs, which either engine can be restored from.

It reads one consistent state beside a running bot, and may run in another process.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import msgspec
from sqlalchemy import create_engine, event, select

from storage.archive import MANIFEST, Manifest, TableEntry, blob_file, encode_row, sha256_of, table_file, tables_of
from storage.durable import create_private, sync, sync_folder
from storage.errors import BackupRefused, StorageError
from storage.migrate import reached_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine, Table

    from storage.blobs import BlobStore
    from storage.engine import Database


def backup(database: Database, blobs: BlobStore, file: Path) -> Manifest:
    """Raises BackupRefused if the file exists; it appears only when it is complete."""
    if file.exists():
        raise BackupRefused(f"{file} exists already; nothing is overwritten.")
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        manifest = _write(database, blobs, unfinished)
        unfinished.rename(file)
        sync_folder(file.parent)
    finally:
        unfinished.unlink(missing_ok=True)
    return manifest


def _write(database: Database, blobs: BlobStore, file: Path) -> Manifest:
    with create_private(file) as opened:
        with ZipFile(opened, "w") as archive:
            manifest = _write_all(archive, database, blobs)
            archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
        sync(opened)
    return manifest


def _write_all(archive: ZipFile, database: Database, blobs: BlobStore) -> Manifest:
    with _one_state(database) as connection:
        schema = reached_by(connection)
        if schema is None:
            raise BackupRefused("The database is empty: there is nothing to keep.")
        tables = {str(table.name): _write_table(archive, connection, table) for table in tables_of(connection)}
    # After the rows: whatever blob a row names was there before the row.
    sizes = {sha256: _write_blob(archive, blobs, sha256) for sha256 in sorted(blobs.hashes())}
    kept = {sha256: size for sha256, size in sizes.items() if size is not None}
    return Manifest(schema=schema, tables=tables, blobs=kept, lost=tuple(sizes.keys() - kept.keys()))


@contextmanager
def _one_state(database: Database) -> Iterator[Connection]:
    engine = _reading_engine(database)
    try:
        with engine.connect() as connection:
            if database.file is not None and connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
                raise StorageError("The database is damaged: a backup of it would be worth nothing.")
            yield connection
    finally:
        engine.dispose()


def _reading_engine(database: Database) -> Engine:
    if database.file is None:
        return create_engine(database.read_only_url("postgresql+psycopg"), isolation_level="REPEATABLE READ")
    address = database.read_only_url("sqlite+pysqlite")
    engine = create_engine(address, connect_args={"isolation_level": None})
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _write_table(archive: ZipFile, connection: Connection, table: Table) -> TableEntry:
    digest, count = hashlib.sha256(), 0
    rows = connection.execution_options(yield_per=1_000).execute(select(table).order_by(*table.primary_key))
    archive.compression = ZIP_DEFLATED
    with archive.open(table_file(table.name), "w") as out:
        for row in rows:
            line = encode_row(tuple(row))
            digest.update(line)
            out.write(line)
            count += 1
    return TableEntry(columns=tuple(map(str, table.columns.keys())), rows=count, sha256=digest.hexdigest())


def _write_blob(archive: ZipFile, blobs: BlobStore, sha256: str) -> int | None:
    """Its size; None for a blob that is not what its name says, or is being swept just now."""
    path = blobs.path(sha256)
    try:
        with blobs.open(sha256) as content:
            intact = sha256_of(content) == sha256
        if intact:
            archive.write(path, blob_file(sha256), ZIP_STORED)
            return path.stat().st_size
    except FileNotFoundError:
        pass
    return None
