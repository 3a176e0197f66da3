"""Lets albums settle: Telegram sends their parts one by one and never says which was the last."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.faults import name_fault
from bot.logs import log
from mentoring.use_cases.albums import settle_album

if TYPE_CHECKING:
    from bot.changes import Changes
    from mentoring.ids import MoveId

_LOOK_AGAIN_SECONDS = 0.5
_AFTER_A_FAULT = timedelta(minutes=1)


class AlbumSettling:
    """What is open stands in the record, so that a restart in the middle of an album loses nothing of it."""

    def __init__(self, *, changes: Changes) -> None:
        self._changes = changes

    async def run(self) -> None:
        while True:
            self._changes.album_part_came.clear()
            for move_id in await self._changes.make(lambda record, now: record.albums.due(now)):
                await self._settle(move_id)
            if await self._changes.make(lambda record, _: record.albums.next_due()) is None:
                await self._changes.album_part_came.wait()
            else:
                await asyncio.sleep(_LOOK_AGAIN_SECONDS)

    async def _settle(self, move_id: MoveId) -> None:
        try:
            await self._changes.make(lambda record, now: settle_album(record, move_id, now))
        except Exception as error:  # noqa: BLE001 - whatever it was, one album must not hold up the others
            log.error("an album could not settle", move=move_id, fault=name_fault(error))
            await self._changes.make(lambda record, now: record.albums.put_off(move_id, now + _AFTER_A_FAULT))
