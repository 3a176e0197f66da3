"""Read-only connections for cards, lists, digests and exports, beside the writer and never in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import event

from storage.engine import POSTGRES_SETTINGS, SQLITE_PATIENCE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from storage.engine import Database, Driver

T = TypeVar("T")

CONNECTIONS = 3


class Readers:
    """Belongs to one event loop. Each statement sees what was committed when it began; none can change anything."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._engine: AsyncEngine | None = None

    async def read(self, query: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        if self._engine is None:
            self._engine = _open(self._database)
        async with self._engine.connect() as connection:
            return await query(connection)

    async def close(self) -> None:
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None


def _open(database: Database) -> AsyncEngine:
    from sqlalchemy.ext.asyncio import create_async_engine  # 60 ms, which a start does not need

    options: dict[str, object]
    if database.file is None:
        address = database.read_only_url("postgresql+psycopg")
        options = {"options": f"{POSTGRES_SETTINGS} -c default_transaction_read_only=on"}
    else:
        address = database.read_only_url("sqlite+aiosqlite")
        options = {"isolation_level": None}
    engine = create_async_engine(
        address,
        connect_args=options,
        isolation_level="AUTOCOMMIT",
        pool_size=CONNECTIONS,
        max_overflow=0,
        hide_parameters=True,
    )
    if database.file is not None:
        event.listen(engine.sync_engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: Driver, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute(SQLITE_PATIENCE)
    cursor.execute("PRAGMA query_only = ON")
