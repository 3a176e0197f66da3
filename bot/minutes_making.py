"""Makes the Word file of accepted minutes in the workshop, and stores it before it is filed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.faults import name_fault
from bot.forms import to_make
from bot.jobs import MAKE_FORM
from bot.logs import log
from bot.workshop import LONG
from mentoring.handouts import FormOrder
from mentoring.kit import Code
from mentoring.use_cases import minutes_filing
from texts.form_facts import facts

if TYPE_CHECKING:
    from bot.changes import Changes
    from bot.workshop import Workshop
    from mentoring.minutes import Minutes
    from mentoring.notices.forms import FormSent
    from storage.blobs import Blob, BlobStore

_LARGEST = 50 * 2**20


class MinutesMaking:
    def __init__(self, *, blobs: BlobStore, changes: Changes, workshop: Workshop) -> None:
        self._blobs = blobs
        self._changes = changes
        self._workshop = workshop

    async def make(self, minutes: Minutes) -> None:
        """The file first: a crash at any point only makes it once more."""
        try:
            form = await self._changes.make(lambda record, now: minutes_filing.contents_of(record, minutes, now))
            if form is not None:
                blob = await self._made(form)
                await self._changes.make(
                    lambda record, now: minutes_filing.made(
                        record, minutes, sha256=blob.sha256, size=blob.size, now=now
                    )
                )
        except Exception as error:  # noqa: BLE001 - whatever it was, the next one must be made
            log.error("minutes could not be filed", session=minutes.session_id, fault=name_fault(error))
        await self._changes.make(lambda record, now: minutes_filing.failed(record, minutes, now))

    async def _made(self, form: FormSent) -> Blob:
        order = await asyncio.to_thread(_order, form)
        content = await self._workshop.run(MAKE_FORM, to_make(order, self._blobs.path, None), limits=LONG)
        return await asyncio.to_thread(self._keep, content)

    def _keep(self, content: bytes) -> Blob:
        with self._blobs.receive(limit=_LARGEST) as incoming:
            incoming.write(content)
            return incoming.keep()


def _order(form: FormSent) -> FormOrder:
    code = Code(form.title.code)
    return FormOrder(
        code=code,
        language=form.language,
        kind=form.kind,
        record_id=form.record_id,
        form_version=form.form_version,
        template=form.template,
        facts=facts(code, form.known, form.language),
    )
