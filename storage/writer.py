"""The one thread that changes the record: what waits together is committed together, and each unit fails alone."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Literal, TypeAlias, TypeVar, cast

from sqlalchemy import Connection

from storage.engine import Database
from storage.errors import StorageUnavailable, WriterStopped
from storage.faults import is_storage_fault

T = TypeVar("T")
Unit: TypeAlias = Callable[[Connection], T]
"""One change of the record: plain synchronous code that is stored as a whole or not at all."""

WriterPoint: TypeAlias = Literal["unit_before_commit", "unit_committed"]

UNITS_PER_COMMIT = 256
SECONDS_PER_COMMIT = 0.020


@dataclass(kw_only=True, slots=True)
class _Job:
    unit: Unit[object]
    answer: asyncio.Future[object] | None = None
    result: object = None
    error: BaseException | None = None

    def attempt(self, connection: Connection) -> bool:
        """True when the unit succeeded; its own failure is kept for the one who asked."""
        try:
            self.result = self.unit(connection)
        except StopIteration as error:
            self.error = RuntimeError("a unit raised StopIteration, which no future can carry")
            self.error.__cause__ = error
        except BaseException as error:
            if is_storage_fault(error):
                raise
            self.error = error
        return self.error is None

    def tell(self) -> None:
        if self.answer is None or self.answer.done():
            return
        if self.error is None:
            self.answer.set_result(self.result)
        else:
            self.answer.set_exception(self.error)


@dataclass(kw_only=True, slots=True)
class Writer:
    """`start` and `change` belong to one event loop; the command line uses `run` and needs neither loop nor thread."""

    database: Database
    reached: Callable[[WriterPoint], None] = field(default=lambda _point: None)
    seconds_per_commit: float = SECONDS_PER_COMMIT
    _waiting: SimpleQueue[_Job | None] = field(default_factory=SimpleQueue)
    _thread: threading.Thread | None = None
    _stopping: bool = False

    def start(self) -> None:
        loop = asyncio.get_running_loop()
        self._thread = threading.Thread(target=self._work, args=(loop,), name="writer", daemon=True)
        self._thread.start()

    async def stop(self) -> None:
        """Finish what is queued; later changes are refused."""
        self._stopping = True
        if self._thread is not None:
            self._waiting.put(None)
            await asyncio.to_thread(self._thread.join)

    async def change(self, unit: Unit[T]) -> T:
        """Return after the commit. A cancelled caller does not cancel the change."""
        if self._stopping:
            raise WriterStopped
        answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self._waiting.put(_Job(unit=unit, answer=answer))
        return cast("T", await answer)

    def run(self, unit: Unit[T]) -> T:
        """The same in the calling thread, for programs without an event loop; never beside `start`."""
        job = _Job(unit=unit)
        self._commit_together([job])
        if job.error is not None:
            raise job.error
        return cast("T", job.result)

    def _work(self, loop: asyncio.AbstractEventLoop) -> None:
        batch, ended = self._gather([])
        while batch:
            answered = self._commit_together(batch)
            loop.call_soon_threadsafe(_tell_all, batch[:answered])
            batch = batch[answered:]
            if not ended:
                batch, ended = self._gather(batch)

    def _gather(self, batch: list[_Job]) -> tuple[list[_Job], bool]:
        """What waits now, or else the next that comes; and whether the end was among it."""
        try:
            while len(batch) < UNITS_PER_COMMIT:
                job = self._waiting.get(block=not batch)
                if job is None:
                    return batch, True
                batch.append(job)
        except Empty:
            pass
        return batch, False

    def _commit_together(self, batch: Sequence[_Job]) -> int:
        """How many have their answer now: the first of the batch, as many as one commit's time allowed."""
        try:
            with self.database.writing.connect() as connection:
                return self._attempt(connection, batch)
        except Exception as error:  # noqa: BLE001 -- whatever it was, everybody in the batch must hear of it
            for job in batch:
                job.error = StorageUnavailable(str(error))
                job.error.__cause__ = error
            return len(batch)

    def _attempt(self, connection: Connection, batch: Sequence[_Job]) -> int:
        transaction = connection.begin()
        try:
            if len(batch) > 1:
                attempted = self._side_by_side(connection, batch)
            elif batch[0].attempt(connection):
                attempted = 1
            else:
                transaction.rollback()
                return 1
            self.reached("unit_before_commit")
            transaction.commit()
        except BaseException:
            _leave(connection)
            raise
        self.reached("unit_committed")
        return attempted

    def _side_by_side(self, connection: Connection, batch: Sequence[_Job]) -> int:
        """A savepoint each, written straight to the driver: SQLAlchemy's own cost as much as five statements."""
        cursor = connection.connection.cursor()
        time_is_up_at = time.monotonic() + self.seconds_per_commit
        for attempted, job in enumerate(batch, start=1):
            cursor.execute("SAVEPOINT unit")
            if not job.attempt(connection):
                cursor.execute("ROLLBACK TO SAVEPOINT unit")
            cursor.execute("RELEASE SAVEPOINT unit")
            if time.monotonic() > time_is_up_at:
                return attempted
        return len(batch)


def _leave(connection: Connection) -> None:
    """Its transaction is in an unknown state, so the next batch gets a fresh connection.

    Closing is not enough: while a traceback holds a cursor, SQLite keeps the closed connection, and its lock with it.
    """
    with suppress(Exception):
        connection.connection.rollback()
    connection.invalidate()


def _tell_all(batch: Sequence[_Job]) -> None:
    for job in batch:
        job.tell()
