"""The agenda of each session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from mentoring.agenda import AgendaItem
from storage.rows import all_of
from storage.tables.meetings import agenda_items

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import AgendaItemId, SessionId

_OF_SESSION = (
    select(agenda_items).where(agenda_items.c.session_id == bindparam("of_session")).order_by(agenda_items.c.position)
)
_ADD = insert(agenda_items)
_TICK = update(agenda_items).where(agenda_items.c.id == bindparam("of_item")).values(ticked_at=bindparam("at"))


class SqlAgendas:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_session(self, session_id: SessionId) -> Sequence[AgendaItem]:
        return all_of(AgendaItem, self._connection, _OF_SESSION, of_session=session_id)

    def lay(self, session_id: SessionId, texts: Sequence[str]) -> None:
        if not texts or self.of_session(session_id):
            return
        rows = [
            {"session_id": session_id, "position": position, "text": text}
            for position, text in enumerate(texts, start=1)
        ]
        self._connection.execute(_ADD, rows)

    def tick(self, item_id: AgendaItemId, at: datetime | None) -> None:
        self._connection.execute(_TICK, {"of_item": item_id, "at": at})
