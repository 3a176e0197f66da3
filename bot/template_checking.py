"""Looks at a manager's own Word file before it takes the place of a form: fetched, checked in the workshop, kept."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.backlog import work_off
from bot.backoff import Backoff
from bot.clamd import ScannerAway
from bot.faults import name_fault
from bot.jobs import CHECK_FORM
from bot.logs import log
from bot.workshop import WorkFailed
from doc_templates.orders import Check, Fault, Reason
from mentoring.own_templates import LARGEST, Faulty, TemplateFault, ToCheck
from mentoring.use_cases.own_word_files import FileChecked, file_checked
from mentoring.use_cases.screening import scanner_away

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.bot_api import BotApi
    from bot.changes import Changes
    from bot.clamd import Clamd
    from bot.workshop import Workshop
    from storage.blobs import Blob, BlobStore
    from storage.record import SqlRecord


class TemplateChecking:
    """A crash at any point only repeats a look: the file waits in its sender's open question, also for the scanner."""

    def __init__(
        self, *, api: BotApi, blobs: BlobStore, changes: Changes, workshop: Workshop, clamd: Clamd | None
    ) -> None:
        self._api = api
        self._blobs = blobs
        self._changes = changes
        self._workshop = workshop
        self._clamd = clamd
        self._backoff = Backoff()

    async def run(self) -> None:
        await work_off(self._changes, self._changes.template_came, _due, self._settle)

    async def _settle(self, file: ToCheck) -> None:
        told = await self._look_at(file)
        await self._changes.make(lambda record, now: file_checked(record, told, now))

    async def _look_at(self, file: ToCheck) -> FileChecked:
        told = FileChecked(file=file)
        try:
            blob = await self._fetched(file)
        except Exception as error:  # noqa: BLE001 - whatever it was, its sender hears so and sends it again
            log.warning("a template could not be fetched", fault=name_fault(error))
            return replace(told, faults=(Faulty(fault=TemplateFault.NOT_FETCHED),))
        if not await self._is_clean(blob):
            return replace(told, faults=(Faulty(fault=TemplateFault.VIRUS),))
        check = await self._checked(file, blob)
        faults = tuple(Faulty(fault=TemplateFault(one.reason.value), name=one.name) for one in check.faults)
        return replace(told, sha256=blob.sha256, size=blob.size, faults=faults, plain=not check.used)

    async def _fetched(self, file: ToCheck) -> Blob:
        match await self._api.call("getFile", {"file_id": file.file_id}):
            case {"file_path": str(path)}:
                with self._blobs.receive(limit=LARGEST) as incoming:
                    async for chunk in self._api.download(path):
                        incoming.write(chunk)
                    return await asyncio.to_thread(incoming.keep)
            case _:
                raise FileNotFoundError

    async def _is_clean(self, blob: Blob) -> bool:
        """As soon as the scanner answers, where there is one."""
        failures = 0
        while True:
            try:
                return self._clamd is None or await self._clamd.is_clean(self._blobs.path(blob.sha256))
            except ScannerAway as away:
                failures += 1
                if failures == 1:
                    log.error("the virus scanner is away: a template waits", fault=name_fault(away))
                    await self._changes.make(lambda record, now: scanner_away(record, 1, now))
                await asyncio.sleep(self._backoff.delay(failures))

    async def _checked(self, file: ToCheck, blob: Blob) -> Check:
        try:
            return await self._workshop.run(CHECK_FORM, self._blobs.path(blob.sha256), file.code, file.language)
        except WorkFailed as failed:
            log.warning("a template could not be looked at", fault=type(failed).__name__)
            return Check(faults=(Fault(reason=Reason.TOO_MUCH),))


def _due(record: SqlRecord, now: datetime) -> Sequence[ToCheck]:
    return record.own_templates.to_check(now)
