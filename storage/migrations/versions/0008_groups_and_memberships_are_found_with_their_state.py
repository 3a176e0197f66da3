"""Groups and memberships are found with their state: a digest asks for groups that run and people who are there."""

from __future__ import annotations

from alembic import op

from storage.migrations import place

revision, down_revision = place(__file__)


def upgrade() -> None:
    op.drop_index("ix_groups_programme_id", table_name="groups")
    op.create_index("ix_groups_programme_id_state", "groups", ["programme_id", "state"])
    op.drop_index("ix_memberships_group_id_role", table_name="memberships")
    op.create_index("ix_memberships_group_id_role_state", "memberships", ["group_id", "role", "state"])
    op.drop_index("ix_memberships_person_id", table_name="memberships")
    op.create_index(
        "ix_memberships_person_id_group_id_role_state", "memberships", ["person_id", "group_id", "role", "state"]
    )
