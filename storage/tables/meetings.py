"""How sessions come about and what comes of them: dates proposed, attendance, tasks, what was said, minutes."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from mentoring.attendance import Presence
from mentoring.chat_records import LineKind
from mentoring.date_polls import Can, PollState
from mentoring.interviews import InterviewKind, InterviewState, Rating
from mentoring.minutes import MinutesState
from mentoring.plan_readings import ReadingState
from mentoring.session_tasks import TaskKind, TaskState
from storage.schema import Instant, Key, Word, metadata

# `plan` is what the session will be, as JSON; `session_id` is the session that would move.
date_polls = Table(
    "date_polls",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", Key, ForeignKey("groups.id"), nullable=False, index=True),
    Column("session_id", Key, ForeignKey("sessions.id")),
    Column("state", Word(PollState), nullable=False),
    Column("plan", Text, nullable=False),
    Column("proposed_by", Key, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
)

proposed_dates = Table(
    "proposed_dates",
    metadata,
    Column("id", Key, primary_key=True),
    Column("poll_id", Key, ForeignKey("date_polls.id"), nullable=False, index=True),
    Column("starts_at", Instant, nullable=False),
    Column("wall_time", Text, nullable=False),
    Column("zone", Text, nullable=False),
    UniqueConstraint("poll_id", "starts_at"),
)

date_votes = Table(
    "date_votes",
    metadata,
    Column("proposed_date_id", Key, ForeignKey("proposed_dates.id"), primary_key=True),
    Column("person_id", Key, ForeignKey("people.id"), primary_key=True),
    Column("can", Word(Can), nullable=False),
    Column("at", Instant, nullable=False),
)

# `noted_by` is who said so, oneself or whoever leads.
attendance = Table(
    "attendance",
    metadata,
    Column("session_id", Key, ForeignKey("sessions.id"), primary_key=True),
    Column("person_id", Key, ForeignKey("people.id"), primary_key=True),
    Column("presence", Word(Presence), nullable=False),
    Column("noted_by", Key, ForeignKey("people.id"), nullable=False),
    Column("at", Instant, nullable=False),
)

agenda_items = Table(
    "agenda_items",
    metadata,
    Column("id", Key, primary_key=True),
    Column("session_id", Key, ForeignKey("sessions.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("ticked_at", Instant),
    UniqueConstraint("session_id", "position"),
)

# Without `owner_id` it is for all mentees of the group. `message_id` is what it was caught from in the group's chat.
session_tasks = Table(
    "session_tasks",
    metadata,
    Column("id", Key, primary_key=True),
    Column("session_id", Key, ForeignKey("sessions.id"), nullable=False, index=True),
    Column("kind", Word(TaskKind), nullable=False),
    Column("text", Text, nullable=False),
    Column("owner_id", Key, ForeignKey("people.id"), index=True),
    Column("due_on", Date),
    Column("state", Word(TaskState), nullable=False),
    Column("made_by", Key, ForeignKey("people.id"), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("message_id", Key),
)

task_marks = Table(
    "task_marks",
    metadata,
    Column("task_id", Key, ForeignKey("session_tasks.id"), primary_key=True),
    Column("person_id", Key, ForeignKey("people.id"), primary_key=True),
    Column("at", Instant, nullable=False),
)

session_lines = Table(
    "session_lines",
    metadata,
    Column("id", Key, primary_key=True),
    Column("session_id", Key, ForeignKey("sessions.id"), nullable=False),
    Column("message_id", Key, nullable=False),
    Column("person_id", Key, ForeignKey("people.id"), index=True),
    Column("name", Text, nullable=False),
    Column("kind", Word(LineKind), nullable=False),
    Column("text", Text, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("edited_at", Instant),
    Column("file_id", Text),
    Column("unique_id", Text),
    Column("file_name", Text),
    Column("sha256", Text),
    Column("size", BigInteger),
    Column("withheld_at", Instant),
    UniqueConstraint("session_id", "message_id"),
)

minutes = Table(
    "minutes",
    metadata,
    Column("session_id", Key, ForeignKey("sessions.id"), primary_key=True),
    Column("state", Word(MinutesState), nullable=False),
    Column("summary", Text, nullable=False),
    Column("decisions", Text, nullable=False),
    Column("next_steps", Text, nullable=False),
    Column("with_record", Boolean, nullable=False, server_default=false()),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("changed_by", Key, ForeignKey("people.id")),
    Column("changed_at", Instant, nullable=False),
    Column("accepted_by", Key, ForeignKey("people.id")),
    Column("accepted_at", Instant),
    # A table with a new foreign key is made anew on SQLite; plain numbers are enough for what only points back.
    Column("filing_id", Key),
)

# Without `person_id` it is the group's final discussion. `action` was agreed on, `action_by` says by whom and when.
interviews = Table(
    "interviews",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", Key, ForeignKey("groups.id"), nullable=False, index=True),
    Column("session_id", Key, ForeignKey("sessions.id")),
    Column("person_id", Key, ForeignKey("people.id"), index=True),
    Column("kind", Word(InterviewKind), nullable=False),
    Column("state", Word(InterviewState), nullable=False),
    Column("asked_by", Key, ForeignKey("people.id"), nullable=False),
    Column("began_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("rating", Word(Rating)),
    Column("action", Text, nullable=False, server_default=text("''")),
    Column("action_by", Text, nullable=False, server_default=text("''")),
)

interview_answers = Table(
    "interview_answers",
    metadata,
    Column("interview_id", Key, ForeignKey("interviews.id"), primary_key=True),
    Column("question", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("rating", Word(Rating)),
)

# `fields` is what its form has, as JSON.
monitoring_plans = Table(
    "monitoring_plans",
    metadata,
    Column("programme_id", Key, ForeignKey("programmes.id"), primary_key=True),
    Column("fields", Text, nullable=False),
    Column("changed_by", Key, ForeignKey("people.id"), nullable=False),
    Column("changed_at", Instant, nullable=False),
)

# A filled session plan that somebody sent; `rows` is what was understood of it, as JSON.
plan_readings = Table(
    "plan_readings",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", Key, ForeignKey("people.id"), nullable=False, index=True),
    Column("group_id", Key, ForeignKey("groups.id")),
    Column("file_id", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("state", Word(ReadingState), nullable=False),
    Column("rows", Text, nullable=False),
    Column("sent_at", Instant, nullable=False),
)
