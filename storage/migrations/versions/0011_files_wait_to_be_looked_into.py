"""Files that wait to be looked into are found at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations import place

revision, down_revision = place(__file__)


def upgrade() -> None:
    waiting = sa.text("verdict = 'waiting'")
    op.create_index("ix_inspections_at_waiting", "inspections", ["at"], sqlite_where=waiting, postgresql_where=waiting)
