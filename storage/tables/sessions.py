"""Sessions, who said that they come, and the diaries of them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, false, text

from mentoring.diaries import DiaryState, Question
from mentoring.sessions import Coming, Place, SessionKind, SessionState, Stage
from storage.schema import Instant, Key, Word, metadata

sessions = Table(
    "sessions",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", Key, ForeignKey("groups.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Word(SessionKind), nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("wall_time", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("place", Word(Place), nullable=False),
    Column("address", Text, nullable=False),
    Column("state", Word(SessionState), nullable=False),
    Column("moves", Integer, nullable=False),
    Column("planned_by", Key, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("stage", Word(Stage)),
    Column("topic", Text, nullable=False, server_default=text("''")),
    Column("aim", Text, nullable=False, server_default=text("''")),
    Column("goals", Text, nullable=False, server_default=text("''")),
    Column("preparation", Text, nullable=False, server_default=text("''")),
    Column("homework", Text, nullable=False, server_default=text("''")),
    Column("documents", Text, nullable=False, server_default=text("''")),
    Column("responsible", Text, nullable=False, server_default=text("''")),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("began_at", Instant),
    Column("finished_at", Instant),
    # A table with a new foreign key is made anew on SQLite; this one has others that point to it.
    Column("begun_by", Key),
    Column("keeps_record", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("group_id", "number"),
    Index("ix_sessions_group_id_state_ends_at", "group_id", "state", "ends_at", "starts_at"),
)

session_answers = Table(
    "session_answers",
    metadata,
    Column("session_id", Key, ForeignKey("sessions.id"), primary_key=True),
    Column("person_id", Key, ForeignKey("people.id"), primary_key=True),
    Column("coming", Word(Coming), nullable=False),
    Column("at", Instant, nullable=False),
    Column("reason", Text, nullable=False, server_default=text("''")),
)

diaries = Table(
    "diaries",
    metadata,
    Column("id", Key, primary_key=True),
    Column("session_id", Key, ForeignKey("sessions.id"), nullable=False),
    Column("person_id", Key, ForeignKey("people.id"), nullable=False),
    Column("state", Word(DiaryState), nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("sent_at", Instant),
    UniqueConstraint("session_id", "person_id"),
    Index("ix_diaries_session_id_person_id_state", "session_id", "person_id", "state"),
)

diary_answers = Table(
    "diary_answers",
    metadata,
    Column("diary_id", Key, ForeignKey("diaries.id"), primary_key=True),
    Column("question", Word(Question), primary_key=True),
    Column("text", Text, nullable=False),
    Column("voice", Text),
)
