"""Submissions, what was done with each of them, and the files that came with it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from mentoring.files import FileKind, Keeping
from mentoring.scans import Screening
from mentoring.submissions import MoveKind, State
from storage.schema import Instant, Key, Word, index_some, metadata

submissions = Table(
    "submissions",
    metadata,
    Column("id", Key, primary_key=True),
    Column("number", Integer, unique=True),
    Column("group_id", Key, ForeignKey("groups.id")),
    Column("mentee_id", Key, ForeignKey("people.id"), nullable=False),
    Column("state", Word(State), nullable=False),
    Column("version", Integer, nullable=False),
    Column("since", Instant, nullable=False),
    Column("sent_at", Instant, nullable=False),
    Column("decided_by", Key, ForeignKey("people.id")),
    Column("joined_to", Key, ForeignKey("submissions.id")),
    Column("taken_by", Key, ForeignKey("people.id")),
    # Which slot of the kit it fills. Slots name their submission; naming them both ways would tie two tables together.
    Column("slot_id", Key),
    Index("ix_submissions_mentee_id_id", "mentee_id", "id"),
    Index("ix_submissions_group_id_state_since", "group_id", "state", "since"),
)

submission_moves = Table(
    "submission_moves",
    metadata,
    Column("id", Key, primary_key=True),
    Column("submission_id", Key, ForeignKey("submissions.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("kind", Word(MoveKind), nullable=False),
    Column("person_id", Key, ForeignKey("people.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("text", Text, nullable=False),
    Column("message_id", BigInteger),
)

index_some(
    "ix_submission_moves_message_id", submission_moves.c.message_id, where=submission_moves.c.message_id.is_not(None)
)

# Each belongs to a move, to a diary as one of its spoken answers, to a concern, or to a leader's upload; or to a line
# of a session's record, which then stands in the place of its message, in chat 0.
attachments = Table(
    "attachments",
    metadata,
    Column("id", Key, primary_key=True),
    Column("move_id", Key, ForeignKey("submission_moves.id"), index=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("kind", Word(FileKind), nullable=False),
    Column("file_id", Text, nullable=False),
    Column("unique_id", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("mime", Text, nullable=False),
    Column("size", BigInteger),
    Column("caption", Text, nullable=False),
    Column("keeping", Word(Keeping), nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("fetch_at", Instant),
    Column("tries", Integer, nullable=False),
    Column("sha256", Text, index=True),
    Column("stored_at", Instant),
    Column("diary_id", Key, ForeignKey("diaries.id")),
    Column("concern_id", Key, ForeignKey("concerns.id")),
    Column("upload_id", Key),
    Column("screening", Word(Screening)),
    UniqueConstraint("move_id", "chat_id", "message_id"),
    Index("ix_attachments_chat_id_message_id", "chat_id", "message_id"),
    Index("ix_attachments_chat_id_received_at", "chat_id", "received_at"),
)

index_some("ix_attachments_diary_id", attachments.c.diary_id, where=attachments.c.diary_id.is_not(None))

index_some("ix_attachments_concern_id", attachments.c.concern_id, where=attachments.c.concern_id.is_not(None))

index_some("ix_attachments_upload_id", attachments.c.upload_id, where=attachments.c.upload_id.is_not(None))

index_some("ix_attachments_fetch_at", attachments.c.fetch_at, where=attachments.c.fetch_at.is_not(None))

albums = Table(
    "albums",
    metadata,
    Column("chat_id", BigInteger, primary_key=True),
    Column("media_group_id", Text, primary_key=True),
    Column("move_id", Key, ForeignKey("submission_moves.id"), nullable=False, index=True),
    Column("settles_at", Instant),
)

index_some("ix_albums_settles_at", albums.c.settles_at, where=albums.c.settles_at.is_not(None))

tallies = Table(
    "tallies",
    metadata,
    Column("what", Text, primary_key=True),
    Column("on_day", Date, primary_key=True),
    Column("count", Integer, nullable=False),
)
