"""Has every document that came looked at by a virus scanner; while that is away, files wait and nothing is lost."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.backoff import Backoff
from bot.clamd import ScannerAway
from bot.faults import name_fault
from bot.logs import log
from mentoring.scans import Screening
from mentoring.use_cases.screening import FileScreened, file_screened, scanner_away

if TYPE_CHECKING:
    from bot.changes import Changes
    from bot.clamd import Clamd
    from mentoring.ids import AttachmentId
    from mentoring.screening_ports import Screened
    from storage.blobs import BlobStore


class FileScreening:
    def __init__(self, *, changes: Changes, blobs: BlobStore, clamd: Clamd) -> None:
        self._changes = changes
        self._blobs = blobs
        self._clamd = clamd
        self._backoff = Backoff()
        self._failures = 0

    async def run(self) -> None:
        """What waited before a restart is there from the start, and looked at first."""
        files = self._changes.held_files
        while True:
            self._changes.screening_wanted.clear()
            while files.asked:
                await self._next(files.asked[0])
            await self._changes.screening_wanted.wait()

    async def _next(self, attachment_id: AttachmentId) -> None:
        file = await self._changes.make(lambda record, _: record.screenings.of(attachment_id))
        try:
            if file is not None and file.sha256 is not None and file.screening is Screening.WAITING:
                await self._look_at(file, file.sha256)
        except ScannerAway as away:
            await self._wait(away)
            # The others go first: perhaps it is only this one that the scanner cannot take.
            self._changes.held_files.asked.rotate(-1)
        else:
            self._changes.held_files.asked.popleft()

    async def _look_at(self, file: Screened, sha256: str) -> None:
        try:
            clean = await self._clamd.is_clean(self._blobs.path(sha256))
        except FileNotFoundError as error:
            raise ScannerAway(name_fault(error)) from error
        self._failures = 0
        told = FileScreened(attachment_id=file.attachment_id, clean=clean)
        await self._changes.make(lambda record, now: file_screened(record, told, now))

    async def _wait(self, away: ScannerAway) -> None:
        self._failures += 1
        if self._failures == 1:
            log.error("the virus scanner is away: documents wait", fault=name_fault(away))
            waiting = len(self._changes.held_files.asked)
            await self._changes.make(lambda record, now: scanner_away(record, waiting, now))
        await asyncio.sleep(self._backoff.delay(self._failures))
