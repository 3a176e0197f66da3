"""Groups that became supergroups: the old id leads to the new one for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from storage.tables.outbox import chat_aliases

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_PRESENT_ID = select(chat_aliases.c.new_chat_id).where(chat_aliases.c.old_chat_id == bindparam("chat_id"))
_INSERT = insert(chat_aliases)
_LEAD_ON = (
    update(chat_aliases).where(chat_aliases.c.new_chat_id == bindparam("was")).values(new_chat_id=bindparam("becomes"))
)


def present_id(connection: Connection, chat_id: int) -> int:
    """Where the chat lives now. People's ids never change."""
    if chat_id > 0:
        return chat_id
    return connection.scalar(_PRESENT_ID, {"chat_id": chat_id}) or chat_id


def learn(connection: Connection, old_chat_id: int, new_chat_id: int, now: datetime) -> bool:
    """False where the move was known."""
    if old_chat_id == new_chat_id or present_id(connection, old_chat_id) != old_chat_id:
        return False
    connection.execute(_LEAD_ON, {"was": old_chat_id, "becomes": new_chat_id})
    connection.execute(_INSERT, {"old_chat_id": old_chat_id, "new_chat_id": new_chat_id, "learned_at": now})
    return True
