"""Forgets what is no longer needed: numbers of updates, what became of notices, what was due, open questions."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from storage import dispatch, files, inbox, schedule
from storage.prompts import SqlPrompts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.clock import Clock
    from storage.blobs import BlobStore
    from storage.writer import Writer

EVERY_SECONDS = 3600.0
#: How long it is known that a notice was sent or given up; what it said is forgotten at once.
NOTICES_KEPT = timedelta(days=30)
#: How long it is known what was due; nothing could plan so old a thing again.
APPOINTMENTS_KEPT = timedelta(days=90)
#: A file is written before its row, and a slow one may take its time.
ORPHANS_KEPT = timedelta(days=2)
#: Rows deleted in one transaction; more would hold the writer too long.
AT_ONCE = 1_000


class Housekeeping:
    def __init__(self, *, writer: Writer, blobs: BlobStore, clock: Clock) -> None:
        self._blobs = blobs
        self._writer = writer
        self._clock = clock

    async def run(self) -> None:
        while True:
            await self.tidy()
            await asyncio.sleep(EVERY_SECONDS)

    async def tidy(self) -> None:
        now = self._clock.now()
        await self._little_by_little(lambda connection: inbox.sweep(connection, now, limit=AT_ONCE))
        long_ago = now - APPOINTMENTS_KEPT
        await self._little_by_little(lambda connection: schedule.prune(connection, long_ago, limit=AT_ONCE))
        await self._writer.change(lambda connection: dispatch.prune(connection, now - NOTICES_KEPT))
        await self._writer.change(lambda connection: SqlPrompts(connection, now).prune(now))
        await self._sweep_blobs(now)

    async def _little_by_little(self, delete_some: Callable[[Connection], int]) -> None:
        while await self._writer.change(delete_some) == AT_ONCE:
            continue

    async def _sweep_blobs(self, now: datetime) -> None:
        """Files that a crash left behind before their row was written."""
        known = await self._writer.change(files.known_hashes)
        await asyncio.to_thread(self._blobs.sweep, known, older_than=now - ORPHANS_KEPT)
