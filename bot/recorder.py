"""Writes down what became of parcels, many in one unit; only then may the next message of their chats go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection

from bot.backoff import Backoff
from bot.crash_points import reached
from bot.faults import name_fault
from bot.logs import log
from storage import dispatch
from storage.dispatch import Sent
from storage.errors import StorageUnavailable

if TYPE_CHECKING:
    from bot.supervisor import Supervisor
    from storage.writer import Writer


T = TypeVar("T")


def nothing(_connection: Connection) -> None: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """`mark` is ours and cannot fail but with the database; `tell` is the programme's, and its failure costs only
    itself. `then` runs after the commit."""

    then: Callable[[], None]
    sent: Sent | None = None
    mark: Callable[[Connection], None] = nothing
    tell: Callable[[Connection], None] = nothing


class Recorder:
    """`wake` is called when what became of a message has made more to send."""

    def __init__(self, *, writer: Writer, supervisor: Supervisor, wake: Callable[[], None]) -> None:
        self._writer = writer
        self._supervisor = supervisor
        self._wake = wake
        self._backoff = Backoff()
        self._waiting: list[Outcome] = []
        self._writing = False

    def record(self, outcome: Outcome) -> None:
        self._waiting.append(outcome)
        if not self._writing:
            self._writing = True
            self._supervisor.spawn("record outcomes", self._write_all())

    async def _write_all(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                await self._write(batch)
                reached("parcel_recorded")
                for outcome in batch:
                    outcome.then()
        finally:
            self._writing = False

    async def _write(self, batch: Sequence[Outcome]) -> None:
        try:
            has_told = await self._store(lambda connection: _write_down(connection, batch))
        except Exception as error:  # noqa: BLE001 -- one outcome's failure must not undo the marks of the others
            await self._write_one_by_one(batch, error)
        else:
            if has_told:
                self._wake()

    async def _write_one_by_one(self, batch: Sequence[Outcome], error: Exception) -> None:
        if len(batch) > 1:
            for outcome in batch:
                await self._write([outcome])
            return
        log.error("what follows from a message was not stored", fault=name_fault(error))
        try:
            await self._store(lambda connection: _mark(connection, batch))
        except Exception as worse:  # noqa: BLE001 -- the chat goes on; what this was is settled at the next start
            log.critical("what became of a message was not stored", fault=name_fault(worse))

    async def _store(self, unit: Callable[[Connection], T]) -> T:
        """A sent message whose mark is lost would be sent twice: wait for the database as long as it takes."""
        failures = 0
        while True:
            try:
                return await self._writer.change(unit)
            except StorageUnavailable:
                failures += 1
                log.error("outcomes cannot be stored", failures=failures)
                await asyncio.sleep(self._backoff.delay(failures))


def _write_down(connection: Connection, batch: Sequence[Outcome]) -> bool:
    """True when somebody is told something because of it."""
    _mark(connection, batch)
    before = dispatch.last_id(connection)
    for outcome in batch:
        outcome.tell(connection)
    return dispatch.last_id(connection) > before


def _mark(connection: Connection, batch: Sequence[Outcome]) -> None:
    sent = [outcome.sent for outcome in batch if outcome.sent is not None]
    if sent:
        dispatch.mark_sent(connection, sent)
    for outcome in batch:
        outcome.mark(connection)
