"""After somebody was erased: their files go from the disk, and a tombstone stays for the day a backup is restored."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from storage import files, tombstones

if TYPE_CHECKING:
    from bot.changes import Changes
    from storage.blobs import BlobStore


class Shredding:
    """What a crash leaves undone is done at the next start: tombstones here, files by the housekeeping."""

    def __init__(self, *, changes: Changes, blobs: BlobStore) -> None:
        self._changes = changes
        self._blobs = blobs

    async def run(self) -> None:
        while True:
            await self.shred()
            await self._changes.erased.wait()

    async def shred(self) -> None:
        self._changes.erased.clear()
        gone = await self._changes.writer.change(tombstones.of_record)
        await asyncio.to_thread(tombstones.keep, self._blobs.root, gone)
        forgotten = [*self._changes.forgotten_files]
        stamps = {sha256: await asyncio.to_thread(self._blobs.stamp, sha256) for sha256 in forgotten}
        known = await self._changes.writer.change(files.known_hashes)
        for sha256, stamp in stamps.items():
            if stamp is not None and sha256 not in known:
                await asyncio.to_thread(self._blobs.remove, sha256, stamp=stamp)
        self._changes.forgotten_files.difference_update(forgotten)
