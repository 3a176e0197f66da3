"""Cards: which message in which chat shows what, so that it is edited where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, insert, select, update

from storage.rows import fields_of, one_of
from storage.statements import Statement
from storage.tables.outbox import cards

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """`content_hash` is of what it shows now; `has_file` says that its words are a caption."""

    chat_id: int
    card_key: str
    message_id: int
    has_file: bool
    content_hash: str
    sent_at: datetime


_THIS_CARD = and_(cards.c.chat_id == bindparam("of_chat_id"), cards.c.card_key == bindparam("of_card_key"))
_BY_KEY = select(cards).where(_THIS_CARD)
_BY_MESSAGE = select(cards).where(
    cards.c.chat_id == bindparam("of_chat_id"), cards.c.message_id == bindparam("message_id")
)
_SHOWN = ("message_id", "has_file", "content_hash", "sent_at")
_INSERT = Statement(insert(cards))
_UPDATE = Statement(update(cards).where(_THIS_CARD).values({name: bindparam(name) for name in _SHOWN}))
_GIVE_UP = Statement(
    delete(cards).where(
        cards.c.chat_id == bindparam("of_chat_id"),
        cards.c.message_id == bindparam("of_message_id"),
        cards.c.card_key != bindparam("but_for"),
    )
)
_FORGET_CHAT = delete(cards).where(cards.c.chat_id == bindparam("of_chat_id"))


def card_of(connection: Connection, chat_id: int, card_key: str) -> Card | None:
    return one_of(Card, connection, _BY_KEY, of_chat_id=chat_id, of_card_key=card_key)


def card_shown_by(connection: Connection, chat_id: int, message_id: int) -> Card | None:
    """For a reply to a card: whatever it was about."""
    return one_of(Card, connection, _BY_MESSAGE, of_chat_id=chat_id, message_id=message_id)


def keep(connection: Connection, card: Card) -> None:
    """From now on this message is the card, and no other."""
    give_up(connection, card.chat_id, card.message_id, but_for=card.card_key)
    row = fields_of(card)
    shown = {name: row[name] for name in _SHOWN}
    if _UPDATE.run(connection, {"of_chat_id": card.chat_id, "of_card_key": card.card_key, **shown}) == 0:
        _INSERT.run(connection, row)


def give_up(connection: Connection, chat_id: int, message_id: int, *, but_for: str | None) -> None:
    """This message shows something else now: it is none of the cards that it was, except `but_for`."""
    _GIVE_UP.run(connection, {"of_chat_id": chat_id, "of_message_id": message_id, "but_for": but_for or ""})


def forget_chat(connection: Connection, chat_id: int) -> None:
    """The messages of a group that became a supergroup cannot be edited from its new id."""
    connection.execute(_FORGET_CHAT, {"of_chat_id": chat_id})
