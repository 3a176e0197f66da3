"""What arrived and how far it got, and how far Telegram's numbering was seen."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from storage.schema import Instant, Word, index_some, metadata


class InboxStatus(StrEnum):
    """HELD waits for its sender to agree to the privacy notice."""

    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"
    HELD = "held"


inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False),
    Column("raw", Text, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("status", Word(InboxStatus), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("error", Text),
    Column("finished_at", Instant),
)

_is_waiting = inbox.c.status == InboxStatus.WAITING
index_some("ix_inbox_waiting", inbox.c.received_at, where=_is_waiting)
Index("ix_inbox_finished_at", inbox.c.finished_at)

inbox_head = Table(
    "inbox_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("polled_at", Instant, nullable=False),
)
