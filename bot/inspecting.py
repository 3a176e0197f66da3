"""Has every stored file looked into by a worker process: is it one of our papers, and can it be opened at all?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.backlog import work_off
from bot.jobs import READ_PLAN, RECOGNISE
from bot.logs import log
from bot.workshop import TooLong, TooMuchMemory, WorkFailed
from doc_templates.orders import Found
from mentoring.kit import SESSION_PLAN
from mentoring.plan_rows import WrittenPlan
from mentoring.record_ids import parse
from mentoring.scans import Verdict
from mentoring.use_cases.recognising import FileFound, file_found
from mentoring.use_cases.sent_plans import PlanCame, plan_came

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.changes import Changes
    from bot.workshop import Workshop
    from mentoring.inspection_ports import ToInspect
    from storage.blobs import BlobStore
    from storage.record import SqlRecord

_AT_A_TIME = 8


class Inspecting:
    def __init__(self, *, changes: Changes, blobs: BlobStore, workshop: Workshop) -> None:
        self._changes = changes
        self._blobs = blobs
        self._workshop = workshop

    async def run(self) -> None:
        await work_off(self._changes, self._changes.file_stored, _due, self._look_into)

    async def _look_into(self, file: ToInspect) -> None:
        found = await self._found(file)
        plan = await self._plan(file, found)
        told = FileFound(
            attachment_id=file.attachment_id,
            verdict=found.verdict,
            record_ids=tuple(one for text in found.record_ids if (one := parse(text)) is not None),
            codes=found.codes,
            pages=found.pages or 0,
            advice=found.advice,
        )
        await self._changes.make(lambda record, now: _keep(record, told, plan, now))

    async def _found(self, file: ToInspect) -> Found:
        """A file that ends its worker is not tried again: it would end the next one too."""
        path = self._blobs.path(file.sha256)
        try:
            return await self._workshop.run(RECOGNISE, path)
        except (TooLong, TooMuchMemory) as failed:
            log.warning(
                "a file takes too much to look into", attachment=file.attachment_id, fault=type(failed).__name__
            )
            return Found(verdict=Verdict.TOO_MUCH)
        except WorkFailed as failed:
            log.warning("a file could not be looked into", attachment=file.attachment_id, fault=str(failed))
            return Found(verdict=Verdict.BROKEN)

    async def _plan(self, file: ToInspect, found: Found) -> WrittenPlan | None:
        """Of a session plan as a Word file: what stands in its rows."""
        if found.verdict is not Verdict.FINE or SESSION_PLAN not in found.codes or not _is_word(file):
            return None
        try:
            return await self._workshop.run(READ_PLAN, self._blobs.path(file.sha256))
        except WorkFailed as failed:
            log.warning("a session plan could not be read", attachment=file.attachment_id, fault=str(failed))
            return WrittenPlan()


def _keep(record: SqlRecord, told: FileFound, plan: WrittenPlan | None, now: datetime) -> None:
    """In one unit: nobody is asked about a plan that was looked at before."""
    is_news = file_found(record, told, now)
    if plan is not None and is_news:
        plan_came(record, PlanCame(attachment_id=told.attachment_id, plan=plan), now)


def _is_word(file: ToInspect) -> bool:
    return file.name.lower().endswith(".docx")


def _due(record: SqlRecord, _: datetime) -> Sequence[ToInspect]:
    return record.inspections.waiting(_AT_A_TIME)
