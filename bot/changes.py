"""How the running program changes the record: one unit for the writer, then what follows from it in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bot.clock import Clock
from bot.known_chats import KnownChats
from mentoring.rules import Rules
from storage.record import SqlRecord
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection


T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """`wake` tells the delivery that there may be something new to send."""

    writer: Writer
    clock: Clock
    rules: Rules
    known_chats: KnownChats
    wake: Callable[[], None]

    async def make(self, change: Callable[[SqlRecord, datetime], T]) -> T:
        now = self.clock.now()

        def unit(connection: Connection) -> tuple[T, Sequence[int] | None]:
            record = SqlRecord(connection, now, self.rules)
            result = change(record, now)
            return result, record.rebound_chats()

        result, bound = await self.writer.change(unit)
        if bound is not None:
            self.known_chats.replace(bound)
        self.wake()
        return result
