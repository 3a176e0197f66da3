"""What the corridors report back to the record: who can't be reached, which chat moved, what Telegram answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.clock import Clock
from mentoring.rules import Rules
from storage.record import SqlRecord

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.failures import Unreachable
    from storage.parcels import Parcel


@dataclass(frozen=True, kw_only=True, slots=True)
class Hooks:
    """Each runs inside the corridor's own unit, so that the report and its effects are stored together."""

    clock: Clock
    rules: Rules

    def record(self, connection: Connection) -> SqlRecord:
        return SqlRecord(connection, self.clock.now(), self.rules)

    def on_result(self, connection: Connection, parcel: Parcel, result: object) -> None:
        """An answer that the record keeps, such as a new invite link."""

    def on_unreachable(self, connection: Connection, parcel: Parcel, why: Unreachable) -> None:
        """Telegram will not let us write to this chat."""

    def on_migrated(self, connection: Connection, old: int, new: int) -> None:
        self.record(connection).groups.move(old, new)
