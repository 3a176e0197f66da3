"""How the running program changes the record: one unit for the writer, then what follows from it in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from bot.clock import Clock
from bot.held_files import HeldFiles
from bot.known_chats import KnownChats
from bot.logs import log
from mentoring.rules import Rules
from mentoring.use_cases import command_menus, labelling, slot_planning
from storage.dispatch import Due
from storage.record import Aftermath, SqlRecord
from storage.writer import Writer

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """`wake` tells the delivery what there is to send; the events wake fetching, settling, requeueing, shredding,
    looking into files, and the making of packs.
    """

    writer: Writer
    clock: Clock
    rules: Rules
    known_chats: KnownChats
    wake: Callable[[Sequence[Due]], None]
    file_came: asyncio.Event = field(default_factory=asyncio.Event)
    album_part_came: asyncio.Event = field(default_factory=asyncio.Event)
    held_released: asyncio.Event = field(default_factory=asyncio.Event)
    erased: asyncio.Event = field(default_factory=asyncio.Event)
    file_stored: asyncio.Event = field(default_factory=asyncio.Event)
    pages_changed: asyncio.Event = field(default_factory=asyncio.Event)
    pack_wanted: asyncio.Event = field(default_factory=asyncio.Event)
    template_came: asyncio.Event = field(default_factory=asyncio.Event)
    screening_wanted: asyncio.Event = field(default_factory=asyncio.Event)
    held_files: HeldFiles = field(default_factory=HeldFiles)
    forgotten_files: set[str] = field(default_factory=set)

    async def make(self, change: Callable[[SqlRecord, datetime], T]) -> T:
        now = self.clock.now()

        def unit(connection: Connection) -> tuple[T, Aftermath]:
            record = SqlRecord(connection, now, self.rules)
            result = change(record, now)
            command_menus.follow(record, record.changed_people())
            labelling.follow_all(record, record.changed_submissions(), now)
            slot_planning.follow(record, record.changed_groups(), now, programmes=record.changed_programmes())
            self.held_files.follow(record)
            return result, record.aftermath()

        result, aftermath = await self.writer.change(unit)
        self._follow(aftermath)
        return result

    def _follow(self, aftermath: Aftermath) -> None:
        if aftermath.rebound_chats is not None:
            self.known_chats.replace(aftermath.rebound_chats)
        if aftermath.recorded_chats is not None:
            self.known_chats.record_in(aftermath.recorded_chats)
        if aftermath.new_files:
            self.file_came.set()
        if aftermath.open_albums:
            self.album_part_came.set()
        if aftermath.released:
            self.held_released.set()
        if aftermath.to_inspect:
            self.file_stored.set()
        if aftermath.to_join or aftermath.new_files:
            self.pages_changed.set()
        if self.held_files.asked:
            self.screening_wanted.set()
        if aftermath.template_came:
            self.template_came.set()
        if aftermath.packs_wanted:
            self.pack_wanted.set()
        if aftermath.erased:
            self.forgotten_files.update(aftermath.forgotten_files)
            self.erased.set()
        for kind in aftermath.untold:
            log.error("needs somebody's attention", trouble=kind)
        self.wake(aftermath.told)
