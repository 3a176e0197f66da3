"""Open questions and wrong tries: the little that is kept of people by their Telegram id alone, and not for long."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from mentoring.prompts import Prompt
from storage.statements import Statement
from storage.tables.people import prompts, wrong_tries

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_OPEN = Statement(
    select(prompts).where(prompts.c.telegram_id == bindparam("telegram_id"), prompts.c.expires_at > bindparam("now"))
)
_ASK = insert(prompts)
_CLOSE = delete(prompts).where(prompts.c.telegram_id == bindparam("telegram_id"))
_PRUNE = delete(prompts).where(prompts.c.expires_at <= bindparam("now"))
_TRIES = select(wrong_tries.c.tries).where(
    wrong_tries.c.telegram_id == bindparam("telegram_id"), wrong_tries.c.since > bindparam("after")
)
_TRY_AGAIN = (
    update(wrong_tries)
    .where(wrong_tries.c.telegram_id == bindparam("of_telegram_id"), wrong_tries.c.since > bindparam("after"))
    .values(tries=wrong_tries.c.tries + 1)
)
_FORGET_TRIES = delete(wrong_tries).where(wrong_tries.c.telegram_id == bindparam("telegram_id"))
_FIRST_TRY = insert(wrong_tries)


class SqlPrompts:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def of(self, telegram_id: int, now: datetime) -> Prompt | None:
        rows = _OPEN.mappings(self._connection, {"telegram_id": telegram_id, "now": now})
        return next((Prompt(**{**row, "draft": json.loads(row["draft"])}) for row in rows), None)

    def ask(self, prompt: Prompt) -> None:
        self.prune(self._now)
        self.close(prompt.telegram_id)
        row = {"telegram_id": prompt.telegram_id, "asking": prompt.asking, "expires_at": prompt.expires_at}
        self._connection.execute(_ASK, {**row, "draft": json.dumps(dict(prompt.draft), ensure_ascii=False)})

    def close(self, telegram_id: int) -> None:
        self._connection.execute(_CLOSE, {"telegram_id": telegram_id})

    def prune(self, now: datetime) -> int:
        return self._connection.execute(_PRUNE, {"now": now}).rowcount


class SqlWrongTries:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, telegram_id: int, *, since: datetime) -> int:
        return self._connection.scalar(_TRIES, {"telegram_id": telegram_id, "after": since}) or 0

    def add(self, telegram_id: int, *, since: datetime, now: datetime) -> None:
        again = self._connection.execute(_TRY_AGAIN, {"of_telegram_id": telegram_id, "after": since})
        if again.rowcount == 0:
            self._connection.execute(_FORGET_TRIES, {"telegram_id": telegram_id})
            self._connection.execute(_FIRST_TRY, {"telegram_id": telegram_id, "tries": 1, "since": now})
