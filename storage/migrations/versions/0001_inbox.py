"""Keep updates as they arrive."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("lane", sa.BigInteger, nullable=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.Column("received_at", sa.BigInteger, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("error", sa.Text),
        sa.Column("finished_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    is_waiting = sa.text("status = 'waiting'")
    op.create_index("ix_inbox_waiting", "inbox", ["received_at"], sqlite_where=is_waiting, postgresql_where=is_waiting)
    op.create_index("ix_inbox_finished_at", "inbox", ["finished_at"])
    op.create_table(
        "inbox_head",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("seen_at", sa.BigInteger, nullable=False),
        sa.Column("polled_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_inbox_head"),
    )
