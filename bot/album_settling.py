"""Lets albums settle: Telegram sends their parts one by one and never says which was the last."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from mentoring.use_cases.albums import settle_albums

if TYPE_CHECKING:
    from datetime import datetime

    from bot.changes import Changes
    from storage.record import SqlRecord

_LOOK_AGAIN_SECONDS = 0.5


class AlbumSettling:
    """What is open stands in the record, so that a restart in the middle of an album loses nothing of it."""

    def __init__(self, *, changes: Changes) -> None:
        self._changes = changes

    async def run(self) -> None:
        while True:
            self._changes.album_part_came.clear()
            if await self._changes.make(_settle) is None:
                await self._changes.album_part_came.wait()
            else:
                await asyncio.sleep(_LOOK_AGAIN_SECONDS)


def _settle(record: SqlRecord, now: datetime) -> datetime | None:
    settle_albums(record, now)
    return record.albums.next_due()
