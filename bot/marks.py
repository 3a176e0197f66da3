"""Marks updates that changed nothing as done, many in one transaction: handling one of them again is harmless."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.faults import name_fault
from bot.logs import log
from storage import inbox

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.clock import Clock
    from storage.writer import Writer

_GATHER_SECONDS = 0.02
_PAUSE_SECONDS = 1.0


class Marks:
    def __init__(self, *, writer: Writer, clock: Clock) -> None:
        self._writer = writer
        self._clock = clock
        self._ids: list[int] = []
        self._wake = asyncio.Event()
        self._closing = False

    def add(self, update_id: int) -> None:
        self._ids.append(update_id)
        self._wake.set()

    def close(self) -> None:
        """Let `run` return when all is marked."""
        self._closing = True
        self._wake.set()

    async def run(self) -> None:
        while self._ids or not self._closing:
            await self._wake.wait()
            if not self._closing:
                await asyncio.sleep(_GATHER_SECONDS)
                self._wake.clear()
            if self._ids:
                await self._mark()

    async def _mark(self) -> None:
        ids, self._ids = self._ids, []
        try:
            await self._writer.change(lambda connection: self._mark_all(connection, ids))
        except Exception as error:  # noqa: BLE001 - they stay marked as waiting, and are handled again after a restart
            log.warning("updates could not be marked as done", count=len(ids), fault=name_fault(error))
            self._ids = ids + self._ids
            self._wake.set()
            await asyncio.sleep(_PAUSE_SECONDS)

    def _mark_all(self, connection: Connection, ids: list[int]) -> None:
        inbox.mark_all_done(connection, ids, self._clock.now())
