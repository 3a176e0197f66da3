"""What happens to people in a programme: their consents, absences, questions and concerns, and the history of it."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from mentoring.concerns import Way
from mentoring.consents import ConsentKind
from mentoring.happenings import HappeningKind
from mentoring.people import Role
from storage.schema import Instant, Key, Word, metadata

consents = Table(
    "consents",
    metadata,
    Column("person_id", Key, ForeignKey("people.id"), primary_key=True),
    Column("kind", Word(ConsentKind), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("given_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
)

absences = Table(
    "absences",
    metadata,
    Column("id", Key, primary_key=True),
    Column("role", Word(Role), nullable=False),
    Column("programme_id", Key, ForeignKey("programmes.id"), nullable=False, index=True),
    Column("group_id", Key, ForeignKey("groups.id"), index=True),
    Column("absent_id", Key, ForeignKey("people.id"), nullable=False, index=True),
    Column("deputy_id", Key, ForeignKey("people.id"), index=True),
    Column("begins_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("ended_at", Instant),
)

concerns = Table(
    "concerns",
    metadata,
    Column("id", Key, primary_key=True),
    Column("programme_id", Key, ForeignKey("programmes.id"), nullable=False, index=True),
    Column("group_id", Key, ForeignKey("groups.id")),
    Column("person_id", Key, ForeignKey("people.id"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("raised_at", Instant, nullable=False),
    Column("seen_by", Key, ForeignKey("people.id")),
    Column("seen_at", Instant),
    Column("about_id", Key, ForeignKey("people.id")),
)

questions = Table(
    "questions",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", Key, ForeignKey("groups.id"), nullable=False, index=True),
    Column("person_id", Key, ForeignKey("people.id"), nullable=False),
    Column("way", Word(Way), nullable=False),
    Column("text", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("answered_at", Instant),
)

happenings = Table(
    "happenings",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", Word(HappeningKind), nullable=False),
    Column("group_id", Key, ForeignKey("groups.id")),
    Column("person_id", Key, ForeignKey("people.id"), index=True),
    Column("by_id", Key, ForeignKey("people.id")),
    Column("other_id", Key, ForeignKey("people.id")),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_happenings_group_id_id", "group_id", "id"),
)

bundled = Table(
    "bundled",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", Key, ForeignKey("people.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("at", Instant, nullable=False),
)
