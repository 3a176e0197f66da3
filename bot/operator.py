"""Troubles of the program, handed to the use case that tells whoever looks after the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.logs import log
from mentoring.notices.operating import UpdateSetAside, UpdatesLost
from mentoring.rules import Rules
from mentoring.use_cases.operating import tell_operator
from storage.record import SqlRecord

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.alarm import Trouble
    from bot.gap import Gap
    from mentoring.notices import Notice
    from storage.inbox import Arrival


@dataclass(frozen=True, kw_only=True, slots=True)
class Operator:
    """Runs inside the corridor's own unit."""

    clock: Clock
    rules: Rules

    def quarantined(self, connection: Connection, arrival: Arrival, fault: str) -> None:
        self._tell(connection, UpdateSetAside(update_id=arrival.update_id, fault=fault, on=self.clock.now().date()))

    def lost(self, connection: Connection, gap: Gap) -> None:
        self._tell(connection, UpdatesLost(lost=gap.lost, since=gap.since, until=gap.until))

    def trouble(self, trouble: Trouble) -> None:
        """What keeps the bot from Telegram or from its disk can be told in the log only."""
        log.error("needs somebody's attention", trouble=trouble.value)

    def _tell(self, connection: Connection, notice: Notice) -> None:
        tell_operator(SqlRecord(connection, self.clock.now(), self.rules), notice)
