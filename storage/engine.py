"""Opens the database: one connection that writes, and the address of the read-only ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

Dialect: TypeAlias = Literal["sqlite", "postgresql"]

# Readers of a backup or a long digest may hold the log back; after them it shrinks to this again.
WAL_BYTES_KEPT = 32 * 1024 * 1024

SQLITE_PATIENCE = "PRAGMA busy_timeout = 5000"
SQLITE_SETTINGS = (
    SQLITE_PATIENCE,
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    f"PRAGMA journal_size_limit = {WAL_BYTES_KEPT}",
    "PRAGMA temp_store = MEMORY",
)
# The server ends the session of a vanished machine after about 25 s, and with it the lock of the vanished bot.
POSTGRES_SETTINGS = "-c timezone=UTC -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"


@dataclass(frozen=True, kw_only=True, slots=True)
class Database:
    """`writing` holds exactly one connection, which belongs to the writer while one runs."""

    url: URL
    dialect: Dialect
    writing: Engine
    file: Path | None

    def read_only_url(self, driver: str) -> URL:
        if self.file is None:
            return self.url.set(drivername=driver)
        address = self.file.absolute().as_uri().replace("file://", "file:")
        return self.url.set(drivername=driver, database=address, query={"mode": "ro", "uri": "true"})

    def close(self) -> None:
        self.writing.dispose()


def open_database(url: str) -> Database:
    """`sqlite:///folder/file.db` or `postgresql://…`; nothing is connected yet."""
    parsed = make_url(url)
    match parsed.get_backend_name():
        case "sqlite":
            return _open_sqlite(parsed)
        case "postgresql":
            return _open_postgres(parsed)
        case other:
            raise ValueError(f"The database must be SQLite or PostgreSQL, not {other}.")


class Cursor(Protocol):
    def execute(self, sql: str, /) -> object: ...


class Driver(Protocol):
    """The part of a driver's connection that settings need."""

    def cursor(self) -> Cursor: ...


def _open_sqlite(url: URL) -> Database:
    if not url.database or url.database == ":memory:":
        raise ValueError("The SQLite database must be a file: what is only in memory is lost.")
    # The driver's own transaction handling begins late and not at all before SELECT; we begin ourselves.
    engine = create_engine(
        url.set(drivername="sqlite+pysqlite"),
        connect_args={"isolation_level": None, "check_same_thread": False},
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return Database(url=url, dialect="sqlite", writing=engine, file=Path(url.database))


def _set_up_sqlite(connection: Driver, _record: object) -> None:
    cursor = connection.cursor()
    for setting in SQLITE_SETTINGS:
        cursor.execute(setting)


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _open_postgres(url: URL) -> Database:
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args={"options": POSTGRES_SETTINGS},
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )
    return Database(url=url, dialect="postgresql", writing=engine, file=None)
