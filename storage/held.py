"""What somebody sent before they answered to the changed privacy notice, as the use cases see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import inbox

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


class SqlHeld:
    """A private chat has its person's number. `touched`: something waits again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched = False

    def release(self, telegram_id: int) -> None:
        self.touched = inbox.release(self._connection, telegram_id) > 0

    def forget(self, telegram_id: int, now: datetime) -> None:
        inbox.forget_held(self._connection, telegram_id, now)
