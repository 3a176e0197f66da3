"""A plan is drafted from topics and goals, files of a session are shared, and accepted minutes are filed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations import place

revision, down_revision = place(__file__)


def upgrade() -> None:
    op.add_column("groups", sa.Column("goals", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("programmes", sa.Column("topics", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("minutes", sa.Column("filing_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
    op.add_column("session_lines", sa.Column("withheld_at", sa.BigInteger()))
