"""Tells a database that cannot store anything now from a statement that was wrong."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError

_SQLITE_FAULTS = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)


def is_storage_fault(error: BaseException) -> bool:
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, sqlite3.Error):
        # Python's own complaints, such as about a value of a wrong type, carry no code of SQLite's.
        code: int = getattr(original, "sqlite_errorcode", sqlite3.SQLITE_MISUSE)
        return code & 0xFF in _SQLITE_FAULTS
    return type(original).__module__.startswith("psycopg") and _is_postgres_fault(original)


def _is_postgres_fault(error: BaseException | None) -> bool:
    import psycopg

    # Connection lost, disk full, shutting down, deadlock: everything that may pass by itself.
    return isinstance(error, psycopg.OperationalError | psycopg.errors.ReadOnlySqlTransaction)
