"""Read-only connections for lists, digests and exports, beside the writer and never in its way."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import create_engine, event

from storage.engine import POSTGRES_SETTINGS, SQLITE_PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

    from storage.engine import Database, Driver

T = TypeVar("T")

CONNECTIONS = 3


class Readers:
    """Each statement sees what was committed when it began; none can change anything.

    A query is a plain function, as a unit of the writer is; threads of their own run them. SQLAlchemy's asyncio would
    load its whole ORM, 8 MB, and hop to a thread for every statement.
    """

    def __init__(self, database: Database) -> None:
        self._engine = _engine_for(database)
        self._threads = ThreadPoolExecutor(CONNECTIONS, thread_name_prefix="reader")

    async def read(self, query: Callable[[Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, query)

    def _read(self, query: Callable[[Connection], T]) -> T:
        with self._engine.connect() as connection:
            return query(connection)

    async def close(self) -> None:
        """Waits for the queries that run."""
        await asyncio.to_thread(self._threads.shutdown, cancel_futures=True)
        self._engine.dispose()


def _engine_for(database: Database) -> Engine:
    options: dict[str, object]
    if database.file is None:
        address = database.read_only_url("postgresql+psycopg")
        options = {"options": f"{POSTGRES_SETTINGS} -c default_transaction_read_only=on"}
    else:
        address = database.read_only_url("sqlite+pysqlite")
        options = {"isolation_level": None, "check_same_thread": False}
    engine = create_engine(
        address,
        connect_args=options,
        isolation_level="AUTOCOMMIT",
        pool_size=CONNECTIONS,
        max_overflow=0,
        hide_parameters=True,
    )
    if database.file is not None:
        event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: Driver, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute(SQLITE_PATIENCE)
    cursor.execute("PRAGMA query_only = ON")
