"""Which menu of commands stands in whose chat: a card like any other, without a message of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from mentoring.people import Person, Reachability
from storage import cards
from storage.cards import Card
from storage.rows import all_of
from storage.tables.people import people

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

_KEY = "commands"
_NO_MESSAGE = 0
_REACHED = people.c.reachability == Reachability.OK
_COUNT = select(func.count()).select_from(people).where(_REACHED)
_PAGE = select(people).where(_REACHED).order_by(people.c.id).limit(bindparam("at_most")).offset(bindparam("skipped"))


class SqlMenus:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def shown(self, chat_id: int) -> str | None:
        card = cards.card_of(self._connection, chat_id, _KEY)
        return None if card is None else card.content_hash

    def keep(self, chat_id: int, mark: str) -> None:
        card = Card(
            chat_id=chat_id,
            card_key=_KEY,
            message_id=_NO_MESSAGE,
            has_file=False,
            content_hash=mark,
            sent_at=self._now,
        )
        cards.keep(self._connection, card)

    def count(self) -> int:
        return self._connection.scalar(_COUNT) or 0

    def people(self, skipped: int, at_most: int) -> Sequence[Person]:
        return all_of(Person, self._connection, _PAGE, skipped=skipped, at_most=at_most)
