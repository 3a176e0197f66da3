"""One process for one database: a second one would ask Telegram for the same updates and hurt an older SQLite's log."""

from __future__ import annotations

import fcntl
import os
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import event

from storage.errors import AlreadyRunning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from psycopg import Connection

    from storage.engine import Database

# The server needs a moment to notice that a killed process is gone.
PATIENCE = "1s"
LOCK_NUMBER = int.from_bytes(b"ementor")


def hold(database: Database) -> AbstractContextManager[None]:
    """Hold the database until the end of the block. Raises AlreadyRunning within 1 s.

    Every command that writes holds it: before 3.51.3 SQLite can corrupt its log when two processes write.
    """
    return _hold_server(database) if database.file is None else _hold_file(database.file)


@contextmanager
def _hold_file(file: Path) -> Iterator[None]:
    with file.with_name(f"{file.name}.lock").open("a+", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise AlreadyRunning(f"Process {lock.read()} already works with {file}; stop it first.") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


@contextmanager
def _hold_server(database: Database) -> Iterator[None]:
    """The lock belongs to the very connection that writes: whoever lost the lock cannot commit any more."""
    database.close()
    event.listen(database.writing, "connect", _lock_session)
    try:
        database.writing.connect().close()
        yield
    finally:
        event.remove(database.writing, "connect", _lock_session)
        database.close()


def _lock_session(connection: Connection, _record: object) -> None:
    from psycopg.errors import LockNotAvailable

    try:
        connection.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
        connection.execute("SELECT pg_advisory_lock(%s)", (LOCK_NUMBER,))
    except LockNotAvailable:
        connection.close()
        raise AlreadyRunning("Another process already works with this PostgreSQL database; stop it first.") from None
    connection.commit()
