"""Keeps the log's redaction in step with the record: who joined a minute ago is hidden as well.

Until then their name is hidden where it can turn up, which is while their own updates are handled.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from storage.names import every_name

if TYPE_CHECKING:
    from bot.redaction import Redaction
    from storage.readers import Readers

SECONDS_BETWEEN_LOOKS = 60.0


class KnownNames:
    def __init__(self, *, readers: Readers, redaction: Redaction) -> None:
        self._readers = readers
        self._redaction = redaction

    async def run(self) -> None:
        while True:
            await self.learn()
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)

    async def learn(self) -> None:
        self._redaction.know(await self._readers.read(every_name))
