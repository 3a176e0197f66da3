"""What the operator must hear about at once, and not again every minute."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.clock import Clock

_QUIET = timedelta(hours=1)


class Trouble(StrEnum):
    TWO_POLLERS = "another process takes this bot's updates"
    TOKEN_REFUSED = "Telegram does not accept the token"  # noqa: S105 - a sentence, not a token
    NOT_STORED = "updates cannot be stored; Telegram keeps them for a day"


class Alarm:
    """Tells the same trouble once an hour at most, however often it comes and goes."""

    def __init__(self, *, tell: Callable[[Trouble], None], clock: Clock) -> None:
        self._tell = tell
        self._clock = clock
        self._told: dict[Trouble, datetime] = {}

    def sound(self, trouble: Trouble) -> None:
        now = self._clock.now()
        last = self._told.get(trouble)
        if last is None or now - last >= _QUIET:
            self._told[trouble] = now
            self._tell(trouble)
