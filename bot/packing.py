"""Makes packs one after another in the background, evidence and prints alike; after a restart it begins anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.backlog import work_off
from mentoring.minutes import Minutes
from mentoring.packs import Pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.changes import Changes
    from bot.minutes_making import MinutesMaking
    from bot.pack_making import PackMaking
    from bot.print_making import PrintMaking
    from mentoring.prints import PrintOrder
    from storage.record import SqlRecord


class Packing:
    """They share a queue as they share the workshop."""

    def __init__(self, *, changes: Changes, evidence: PackMaking, prints: PrintMaking, minutes: MinutesMaking) -> None:
        self._changes = changes
        self._evidence = evidence
        self._prints = prints
        self._minutes = minutes

    async def run(self) -> None:
        await self._evidence.clear()
        await self._prints.clear()
        await work_off(self._changes, self._changes.pack_wanted, _waiting, self._make)

    async def _make(self, wanted: Pack | PrintOrder | Minutes) -> None:
        match wanted:
            case Minutes():
                await self._minutes.make(wanted)
            case Pack():
                await self._evidence.make(wanted)
            case _:
                await self._prints.make(wanted)


def _waiting(record: SqlRecord, _: datetime) -> Sequence[Pack | PrintOrder | Minutes]:
    """What is made in a moment first."""
    pack = record.packs.next()
    return [*record.minutes.to_file(), *record.packs.prints.waiting(), *(() if pack is None else (pack,))]
