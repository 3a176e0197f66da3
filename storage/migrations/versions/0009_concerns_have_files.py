"""A concern can be about a manager, who then does not hear of it, and what is spoken or photographed belongs to it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations import place

revision, down_revision = place(__file__)


def upgrade() -> None:
    with op.batch_alter_table("concerns") as concerns:
        concerns.add_column(sa.Column("about_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
        concerns.create_foreign_key("fk_concerns_about_id", "people", ["about_id"], ["id"])
    with op.batch_alter_table("attachments") as attachments:
        attachments.add_column(sa.Column("concern_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
        attachments.create_foreign_key("fk_attachments_concern_id", "concerns", ["concern_id"], ["id"])
        attachments.create_index(
            "ix_attachments_concern_id",
            ["concern_id"],
            sqlite_where=sa.text("concern_id IS NOT NULL"),
            postgresql_where=sa.text("concern_id IS NOT NULL"),
        )
