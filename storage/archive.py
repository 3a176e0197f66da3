"""What a backup file holds: `manifest.json`, a file of rows for each table, and the blobs, with a hash for each."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import IO, TYPE_CHECKING

import msgspec
from sqlalchemy import Date, MetaData, Table

from storage.errors import BackupRefused
from storage.migrate import VERSION_TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

MANIFEST = "manifest.json"
CHUNK = 1 << 20


class TableEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Rows are JSON lists in the order of `columns`."""

    columns: tuple[str, ...]
    rows: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """`blobs` are sizes by hash; `lost` are blobs that were damaged already when the backup was made."""

    schema: str
    tables: dict[str, TableEntry]
    blobs: dict[str, int]
    lost: tuple[str, ...] = ()


def read_manifest(content: bytes) -> Manifest:
    try:
        return msgspec.json.decode(content, type=Manifest)
    except msgspec.DecodeError as error:
        raise BackupRefused(f"This is not a backup of ementor: {error}") from error


def table_file(name: str) -> str:
    return f"tables/{name}.jsonl"


def blob_file(sha256: str) -> str:
    return f"blobs/{sha256}"


def tables_of(connection: Connection) -> Sequence[Table]:
    """As they are in the database, whatever its schema's age, those first that others refer to."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != VERSION_TABLE]


def encode_row(row: Sequence[object]) -> bytes:
    return msgspec.json.encode(row) + b"\n"


def decode_row(table: Table, columns: Sequence[str], line: bytes) -> dict[str, object]:
    values: list[object] = msgspec.json.decode(line)
    return {name: _restored(table, name, value) for name, value in zip(columns, values, strict=True)}


def _restored(table: Table, name: str, value: object) -> object:
    if isinstance(value, str) and isinstance(table.c[name].type, Date):
        return date.fromisoformat(value)
    return value


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(CHUNK):
        yield chunk


def sha256_of(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks(file):
        digest.update(chunk)
    return digest.hexdigest()
