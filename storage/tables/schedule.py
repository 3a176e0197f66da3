"""What is due when."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from mentoring.schedule import DueKind, DueState
from storage.schema import Instant, Key, Word, index_some, metadata

appointments = Table(
    "appointments",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", Word(DueKind), nullable=False),
    Column("subject_id", Key, nullable=False),
    Column("person_id", Key, ForeignKey("people.id")),
    Column("occurrence", Text, nullable=False, unique=True),
    Column("due_at", Instant, nullable=False),
    Column("wall_time", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("state", Word(DueState), nullable=False),
    Index("ix_appointments_kind_subject_id", "kind", "subject_id"),
)

PENDING = appointments.c.state == DueState.PENDING
index_some("ix_appointments_due_at_pending", appointments.c.due_at, where=PENDING)
