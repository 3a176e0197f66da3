"""Hands updates that were put aside back to the lanes: quarantined ones and those that waited for their sender's word.

Only the running bot may write to its database, so for quarantined ones a file beside it asks it.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.logs import log

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.lanes import Lanes

_ALL = "all"
_LOOK_AGAIN_SECONDS = 2.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """`update_id` None: every update that was put aside."""

    update_id: int | None
    file: Path


class Wishes:
    """Empty files that say all by their names, so that none can be found half written."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "requeue"

    def leave(self, update_id: int | None) -> None:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        (self._folder / (_ALL if update_id is None else str(update_id))).touch(mode=0o600)

    def left(self) -> Sequence[Wish]:
        files = self._folder.iterdir() if self._folder.exists() else ()
        return [
            Wish(update_id=None if file.name == _ALL else int(file.name), file=file)
            for file in files
            if file.name == _ALL or file.name.isdecimal()
        ]


class Requeueing:
    """`released`: something that was held waits again."""

    def __init__(self, *, wishes: Wishes, lanes: Lanes, released: asyncio.Event) -> None:
        self._wishes = wishes
        self._lanes = lanes
        self._released = released

    async def run(self) -> None:
        while True:
            await self.look()
            with suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_AGAIN_SECONDS):
                    await self._released.wait()
                self._released.clear()
                await self._lanes.take_up()

    async def look(self) -> None:
        """A crash in between repeats the wish, which then finds nothing put aside."""
        for wish in self._wishes.left():
            handed_back = await self._lanes.requeue(wish.update_id)
            log.info("updates are tried again", count=handed_back)
            wish.file.unlink(missing_ok=True)
