"""Keep what must be told, which message shows which card, and where groups moved to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("dedupe_key", sa.Text),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("thread_id", sa.BigInteger),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer, "sqlite")),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("must_arrive", sa.Boolean, nullable=False),
        sa.Column("broadcast", sa.Boolean, nullable=False),
        sa.Column("card_key", sa.Text),
        sa.Column("placement", sa.Text, nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("reply_to_message_id", sa.BigInteger),
        sa.Column("not_before", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("repeat", sa.Boolean, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("settled_at", sa.BigInteger),
        sa.Column("sent_message_id", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("dedupe_key", name="uq_outbox_dedupe_key"),
    )
    _create_outbox_indexes()
    _create_cards()
    op.create_table(
        "chat_aliases",
        sa.Column("old_chat_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("new_chat_id", sa.BigInteger, nullable=False),
        sa.Column("learned_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("old_chat_id", name="pk_chat_aliases"),
    )


def _create_outbox_indexes() -> None:
    for name, columns, condition in (
        ("ix_outbox_not_before", ["not_before"], "status = 'new'"),
        ("ix_outbox_card", ["chat_id", "card_key"], "status = 'new' AND card_key IS NOT NULL"),
        ("ix_outbox_unknown", ["settled_at"], "status = 'unknown'"),
    ):
        where = sa.text(condition)
        op.create_index(name, "outbox", columns, sqlite_where=where, postgresql_where=where)


def _create_cards() -> None:
    op.create_table(
        "cards",
        sa.Column("chat_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("card_key", sa.Text, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("has_file", sa.Boolean, nullable=False),
        sa.Column("content_hash", sa.Text, nullable=False),
        sa.Column("sent_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "card_key", name="pk_cards"),
    )
    op.create_index("ix_cards_chat_id_message_id", "cards", ["chat_id", "message_id"])
