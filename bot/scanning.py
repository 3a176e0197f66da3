"""Has photographs joined to PDFs by a worker process, once all of them are there and have been looked into."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.backlog import work_off
from bot.jobs import JOIN
from bot.logs import log
from bot.workshop import LONG, WorkFailed
from doc_templates.orders import PageToJoin
from mentoring.scan_ports import Made
from mentoring.use_cases.scan_making import scan_failed, scan_made

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from bot.changes import Changes
    from bot.workshop import Workshop
    from mentoring.scan_ports import ToJoin
    from storage.blobs import Blob, BlobStore
    from storage.record import SqlRecord

_AT_A_TIME = 8
_LARGEST = 50 * 2**20


class Scanning:
    def __init__(self, *, changes: Changes, blobs: BlobStore, workshop: Workshop) -> None:
        self._changes = changes
        self._blobs = blobs
        self._workshop = workshop

    async def run(self) -> None:
        await work_off(self._changes, self._changes.pages_changed, _due, self._join)

    async def _join(self, scan: ToJoin) -> None:
        made = await self._made(scan)
        if made is None:
            await self._changes.make(lambda record, now: scan_failed(record, scan, now))
        else:
            await self._changes.make(lambda record, now: scan_made(record, made, now))

    async def _made(self, scan: ToJoin) -> Made | None:
        """None where nothing comes of it; what ended its worker is not tried again."""
        pages = [PageToJoin(file=self._blobs.path(page.sha256), turns=page.turns) for page in scan.pages if page.sha256]
        if not pages or len(pages) < len(scan.pages):
            return None
        try:
            with self._blobs.workplace() as folder:
                return await self._worked(scan, pages, folder)
        except WorkFailed as failed:
            log.warning(
                "photographs could not be joined", scan=scan.scan_id, fault=str(failed) or type(failed).__name__
            )
            return None

    async def _worked(self, scan: ToJoin, pages: list[PageToJoin], folder: Path) -> Made:
        into, shown = folder / "joined.pdf", folder / "shown.jpg"
        count = await self._workshop.run(JOIN, pages, into, shown, limits=LONG)
        pdf, preview = await asyncio.to_thread(lambda: (self._keep(into), self._keep(shown)))
        return Made(
            scan_id=scan.scan_id,
            order=scan.order,
            pages=count,
            size=pdf.size,
            sha256=pdf.sha256,
            preview_sha256=preview.sha256,
        )

    def _keep(self, file: Path) -> Blob:
        with self._blobs.receive(limit=_LARGEST) as incoming:
            incoming.write(file.read_bytes())
            return incoming.keep()


def _due(record: SqlRecord, _: datetime) -> Sequence[ToJoin]:
    return record.scans.waiting(_AT_A_TIME)
