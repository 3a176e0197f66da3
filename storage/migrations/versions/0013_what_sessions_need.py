"""Sessions have a plan, dates are agreed on, and what comes of a session is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations import place

revision, down_revision = place(__file__)


def upgrade() -> None:
    op.create_table(
        "monitoring_plans",
        sa.Column("programme_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["people.id"], name=op.f("fk_monitoring_plans_changed_by")),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], name=op.f("fk_monitoring_plans_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", name=op.f("pk_monitoring_plans")),
    )
    op.create_table(
        "plan_readings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_plan_readings_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_plan_readings_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_readings")),
    )
    with op.batch_alter_table("plan_readings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_readings_person_id"), ["person_id"], unique=False)

    op.create_table(
        "agenda_items",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("ticked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_agenda_items_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
        sa.UniqueConstraint("session_id", "position", name=op.f("uq_agenda_items_session_id_position")),
    )
    op.create_table(
        "attendance",
        sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("presence", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["noted_by"], ["people.id"], name=op.f("fk_attendance_noted_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_attendance_person_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_attendance_session_id")),
        sa.PrimaryKeyConstraint("session_id", "person_id", name=op.f("pk_attendance")),
    )
    op.create_table(
        "date_polls",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_date_polls_group_id")),
        sa.ForeignKeyConstraint(["proposed_by"], ["people.id"], name=op.f("fk_date_polls_proposed_by")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_date_polls_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_date_polls")),
    )
    with op.batch_alter_table("date_polls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_date_polls_group_id"), ["group_id"], unique=False)

    op.create_table(
        "interviews",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("began_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("rating", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("action_by", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_interviews_asked_by")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_interviews_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_interviews_person_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_interviews_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interviews")),
    )
    with op.batch_alter_table("interviews", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_interviews_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_interviews_person_id"), ["person_id"], unique=False)

    op.create_table(
        "minutes",
        sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("decisions", sa.Text(), nullable=False),
        sa.Column("next_steps", sa.Text(), nullable=False),
        sa.Column("with_record", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.Column("changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("accepted_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("accepted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["accepted_by"], ["people.id"], name=op.f("fk_minutes_accepted_by")),
        sa.ForeignKeyConstraint(["changed_by"], ["people.id"], name=op.f("fk_minutes_changed_by")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_minutes_session_id")),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_minutes")),
    )
    op.create_table(
        "session_lines",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("said_at", sa.BigInteger(), nullable=False),
        sa.Column("edited_at", sa.BigInteger(), nullable=True),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("unique_id", sa.Text(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_session_lines_person_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_session_lines_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_lines")),
        sa.UniqueConstraint("session_id", "message_id", name=op.f("uq_session_lines_session_id_message_id")),
    )
    with op.batch_alter_table("session_lines", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_lines_person_id"), ["person_id"], unique=False)

    op.create_table(
        "session_tasks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_session_tasks_made_by")),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_session_tasks_owner_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_session_tasks_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_tasks")),
    )
    with op.batch_alter_table("session_tasks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_tasks_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_tasks_session_id"), ["session_id"], unique=False)

    op.create_table(
        "interview_answers",
        sa.Column("interview_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("rating", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["interview_id"], ["interviews.id"], name=op.f("fk_interview_answers_interview_id")),
        sa.PrimaryKeyConstraint("interview_id", "question", name=op.f("pk_interview_answers")),
    )
    op.create_table(
        "proposed_dates",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("poll_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("wall_time", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["date_polls.id"], name=op.f("fk_proposed_dates_poll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposed_dates")),
        sa.UniqueConstraint("poll_id", "starts_at", name=op.f("uq_proposed_dates_poll_id_starts_at")),
    )
    with op.batch_alter_table("proposed_dates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposed_dates_poll_id"), ["poll_id"], unique=False)

    op.create_table(
        "task_marks",
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_task_marks_person_id")),
        sa.ForeignKeyConstraint(["task_id"], ["session_tasks.id"], name=op.f("fk_task_marks_task_id")),
        sa.PrimaryKeyConstraint("task_id", "person_id", name=op.f("pk_task_marks")),
    )
    op.create_table(
        "date_votes",
        sa.Column("proposed_date_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("can", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_date_votes_person_id")),
        sa.ForeignKeyConstraint(
            ["proposed_date_id"], ["proposed_dates.id"], name=op.f("fk_date_votes_proposed_date_id")
        ),
        sa.PrimaryKeyConstraint("proposed_date_id", "person_id", name=op.f("pk_date_votes")),
    )
    op.add_column("people", sa.Column("reminders", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("people", sa.Column("woken_for_sessions", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("programmes", sa.Column("reminders", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("session_answers", sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("sessions", sa.Column("stage", sa.Text(), nullable=True))
    op.add_column("sessions", sa.Column("topic", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("sessions", sa.Column("aim", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("sessions", sa.Column("goals", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("sessions", sa.Column("preparation", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("sessions", sa.Column("homework", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("sessions", sa.Column("documents", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("sessions", sa.Column("responsible", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("sessions", sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("sessions", sa.Column("revision", sa.Integer(), server_default="0", nullable=False))
    op.add_column("sessions", sa.Column("began_at", sa.BigInteger(), nullable=True))
    op.add_column("sessions", sa.Column("finished_at", sa.BigInteger(), nullable=True))
    op.add_column(
        "sessions", sa.Column("begun_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
    )
    op.add_column("sessions", sa.Column("keeps_record", sa.Boolean(), server_default=sa.false(), nullable=False))
