"""What is to be told, which message shows which card, and where groups moved to."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table, Text

from mentoring.notices import Placement
from storage.parcels import ParcelStatus
from storage.schema import Instant, Key, Word, index_some, metadata

outbox = Table(
    "outbox",
    metadata,
    Column("id", Key, primary_key=True),
    Column("dedupe_key", Text, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("person_id", Key),
    Column("kind", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("must_arrive", Boolean, nullable=False),
    Column("broadcast", Boolean, nullable=False),
    Column("card_key", Text),
    Column("placement", Word(Placement), nullable=False),
    Column("message_id", BigInteger),
    Column("reply_to_message_id", BigInteger),
    Column("not_before", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("attempts", Integer, nullable=False),
    Column("repeat", Boolean, nullable=False),
    Column("status", Word(ParcelStatus), nullable=False),
    Column("reason", Text),
    Column("created_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Column("sent_message_id", BigInteger),
)


_is_new = outbox.c.status == ParcelStatus.NEW
_is_card = _is_new & outbox.c.card_key.is_not(None)

index_some("ix_outbox_not_before", outbox.c.not_before, where=_is_new)
index_some("ix_outbox_card", outbox.c.chat_id, outbox.c.card_key, where=_is_card)
index_some("ix_outbox_unknown", outbox.c.settled_at, where=outbox.c.status == ParcelStatus.UNKNOWN)

cards = Table(
    "cards",
    metadata,
    Column("chat_id", BigInteger, primary_key=True),
    Column("card_key", Text, primary_key=True),
    Column("message_id", BigInteger, nullable=False),
    Column("has_file", Boolean, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("sent_at", Instant, nullable=False),
    Index("ix_cards_chat_id_message_id", "chat_id", "message_id"),
)

chat_aliases = Table(
    "chat_aliases",
    metadata,
    Column("old_chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("new_chat_id", BigInteger, nullable=False),
    Column("learned_at", Instant, nullable=False),
)
