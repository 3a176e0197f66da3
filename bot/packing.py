"""Makes packs one after another in the background, evidence and prints alike; after a restart it begins anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.backlog import work_off
from mentoring.packs import Pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.changes import Changes
    from bot.pack_making import PackMaking
    from bot.print_making import PrintMaking
    from mentoring.prints import PrintOrder
    from storage.record import SqlRecord


class Packing:
    """They share a queue as they share the workshop."""

    def __init__(self, *, changes: Changes, evidence: PackMaking, prints: PrintMaking) -> None:
        self._changes = changes
        self._evidence = evidence
        self._prints = prints

    async def run(self) -> None:
        await self._evidence.clear()
        await self._prints.clear()
        await work_off(self._changes, self._changes.pack_wanted, _waiting, self._make)

    async def _make(self, wanted: Pack | PrintOrder) -> None:
        if isinstance(wanted, Pack):
            await self._evidence.make(wanted)
        else:
            await self._prints.make(wanted)


def _waiting(record: SqlRecord, _: datetime) -> Sequence[Pack | PrintOrder]:
    pack = record.packs.next()
    return [*record.packs.prints.waiting(), *(() if pack is None else (pack,))]
