"""Diaries are found with their state: a digest asks for the missing ones of every session."""

from __future__ import annotations

from alembic import op

from storage.migrations import place

revision, down_revision = place(__file__)


def upgrade() -> None:
    op.create_index("ix_diaries_session_id_person_id_state", "diaries", ["session_id", "person_id", "state"])
