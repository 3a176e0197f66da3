"""Submissions can be joined, words know the message that brought them, and diaries have files too."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations import place

revision, down_revision = place(__file__)


def upgrade() -> None:
    _submissions_can_be_joined()
    _words_know_their_message()
    _diaries_have_files()


def _submissions_can_be_joined() -> None:
    with op.batch_alter_table("submissions") as submissions:
        submissions.add_column(sa.Column("joined_to", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
        submissions.create_foreign_key("fk_submissions_joined_to", "submissions", ["joined_to"], ["id"])


def _words_know_their_message() -> None:
    with op.batch_alter_table("submission_moves") as submission_moves:
        submission_moves.add_column(sa.Column("message_id", sa.BigInteger()))
        submission_moves.create_index(
            "ix_submission_moves_message_id",
            ["message_id"],
            sqlite_where=sa.text("message_id IS NOT NULL"),
            postgresql_where=sa.text("message_id IS NOT NULL"),
        )


def _diaries_have_files() -> None:
    with op.batch_alter_table("attachments") as attachments:
        attachments.add_column(sa.Column("diary_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
        attachments.alter_column(
            "move_id", existing_type=sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        )
        attachments.create_foreign_key("fk_attachments_diary_id", "diaries", ["diary_id"], ["id"])
        attachments.create_index("ix_attachments_chat_id_received_at", ["chat_id", "received_at"])
        attachments.create_index(
            "ix_attachments_diary_id",
            ["diary_id"],
            sqlite_where=sa.text("diary_id IS NOT NULL"),
            postgresql_where=sa.text("diary_id IS NOT NULL"),
        )
