"""People groups and what happens to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations import place

revision, down_revision = place(__file__)


def upgrade() -> None:
    _bundles()
    _consents()
    _absences()
    _concerns()
    _happenings()
    _questions()
    _groups_change()
    _invitations_change()
    _memberships_change()
    _people_change()
    _programmes_change()
    _submissions_change()


def _bundles() -> None:
    op.create_table(
        "bundled",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_bundled_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bundled")),
    )
    with op.batch_alter_table("bundled", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bundled_person_id"), ["person_id"], unique=False)


def _consents() -> None:
    op.create_table(
        "consents",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_consents_person_id")),
        sa.PrimaryKeyConstraint("person_id", "kind", "version", name=op.f("pk_consents")),
    )


def _absences() -> None:
    op.create_table(
        "absences",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("absent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("deputy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("begins_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["absent_id"], ["people.id"], name=op.f("fk_absences_absent_id")),
        sa.ForeignKeyConstraint(["deputy_id"], ["people.id"], name=op.f("fk_absences_deputy_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_absences_group_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], name=op.f("fk_absences_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absences_absent_id"), ["absent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_absences_deputy_id"), ["deputy_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_absences_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_absences_programme_id"), ["programme_id"], unique=False)


def _concerns() -> None:
    op.create_table(
        "concerns",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("programme_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("seen_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_concerns_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_concerns_person_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], name=op.f("fk_concerns_programme_id")),
        sa.ForeignKeyConstraint(["seen_by"], ["people.id"], name=op.f("fk_concerns_seen_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concerns")),
    )
    with op.batch_alter_table("concerns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concerns_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concerns_programme_id"), ["programme_id"], unique=False)


def _happenings() -> None:
    op.create_table(
        "happenings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("other_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_happenings_by_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_happenings_group_id")),
        sa.ForeignKeyConstraint(["other_id"], ["people.id"], name=op.f("fk_happenings_other_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_happenings_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_happenings")),
    )
    with op.batch_alter_table("happenings", schema=None) as batch_op:
        batch_op.create_index("ix_happenings_group_id_id", ["group_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_happenings_person_id"), ["person_id"], unique=False)


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_questions_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_questions_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
    )
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_questions_group_id"), ["group_id"], unique=False)


def _groups_change() -> None:
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_forum", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("topic_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("code", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("state", sa.Text(), server_default="running", nullable=False))
        batch_op.add_column(sa.Column("state_since", sa.BigInteger(), nullable=True))
        batch_op.add_column(
            sa.Column("merged_into", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_unique_constraint(batch_op.f("uq_groups_code"), ["code"])
        batch_op.create_foreign_key(batch_op.f("fk_groups_merged_into"), "groups", ["merged_into"], ["id"])


def _invitations_change() -> None:
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(
            sa.Column("programme_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_foreign_key(batch_op.f("fk_invitations_programme_id"), "programmes", ["programme_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_invitations_person_id"), "people", ["person_id"], ["id"])


def _memberships_change() -> None:
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.add_column(sa.Column("changed_at", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("paused_until", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("left_chat_at", sa.BigInteger(), nullable=True))


def _people_change() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("quiet_from", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("quiet_until", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("bundling", sa.Text(), server_default="at_once", nullable=False))
        batch_op.add_column(sa.Column("snoozed_until", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("adult", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("guardian", sa.Text(), server_default=sa.text("''"), nullable=False))


def _programmes_change() -> None:
    with op.batch_alter_table("programmes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("languages", sa.Text(), server_default="en,bg", nullable=False))
        batch_op.add_column(sa.Column("begins_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("ends_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("sessions_planned", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("work_from", sa.Text(), server_default="09:00", nullable=False))
        batch_op.add_column(sa.Column("work_until", sa.Text(), server_default="18:00", nullable=False))
        batch_op.add_column(sa.Column("quiet_from", sa.Text(), server_default="21:00", nullable=False))
        batch_op.add_column(sa.Column("quiet_until", sa.Text(), server_default="08:00", nullable=False))
        batch_op.add_column(sa.Column("adult_age", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("optional_tools", sa.Text(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("contacts", sa.Text(), server_default=sa.text("''"), nullable=False))


def _submissions_change() -> None:
    with op.batch_alter_table("submissions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("taken_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_submissions_taken_by"), "people", ["taken_by"], ["id"])
