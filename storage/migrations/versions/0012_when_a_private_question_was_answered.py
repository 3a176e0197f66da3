"""When a private question was answered: whoever follows a mentor is told which ones wait."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations import place

revision, down_revision = place(__file__)


def upgrade() -> None:
    op.add_column("questions", sa.Column("answered_at", sa.BigInteger()))
