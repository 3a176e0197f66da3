"""The kit at work: slots and papers, signers, scans, what was found in a file, uploads and filings."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from mentoring.filings import FilingDeed, FilingState, UploadState
from mentoring.kit import Toolbar, Visibility
from mentoring.papers import PaperKind, PaperLanguage, SignerState
from mentoring.people import Language, Role
from mentoring.scans import Advice, ScanState, Verdict
from mentoring.slots import SlotState
from storage.schema import Instant, Key, Several, Word, index_some, metadata

document_choices = Table(
    "document_choices",
    metadata,
    Column("programme_id", Key, ForeignKey("programmes.id"), primary_key=True),
    Column("code", Text, primary_key=True),
    Column("in_use", Boolean),
    Column("title_en", Text),
    Column("title_bg", Text),
    Column("changed_by", Key, ForeignKey("people.id"), nullable=False),
    Column("changed_at", Instant, nullable=False),
)

# A programme's own Word file in the place of one of ours; `language` is "en", "bg" or "both".
own_templates = Table(
    "own_templates",
    metadata,
    Column("programme_id", Key, ForeignKey("programmes.id"), primary_key=True),
    Column("code", Text, primary_key=True),
    Column("language", Word(PaperLanguage), primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("sent_by", Key, ForeignKey("people.id"), nullable=False),
    Column("sent_at", Instant, nullable=False),
)

slots = Table(
    "slots",
    metadata,
    Column("id", Key, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("group_id", Key, ForeignKey("groups.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("person_id", Key, ForeignKey("people.id"), index=True),
    Column("session_id", Key, ForeignKey("sessions.id")),
    Column("state", Word(SlotState), nullable=False),
    Column("since", Instant, nullable=False),
    Column("due_on", Date),
    Column("extended_to", Date),
    Column("submission_id", Key, ForeignKey("submissions.id")),
    # Filings name their slot; naming them here too would tie two tables to each other.
    Column("filing_id", Key),
    Column("decided_by", Key, ForeignKey("people.id")),
    Column("reason", Text, nullable=False),
    Index("ix_slots_group_id_state", "group_id", "state"),
)

index_some("ix_slots_submission_id", slots.c.submission_id, where=slots.c.submission_id.is_not(None))

papers = Table(
    "papers",
    metadata,
    Column("id", Key, primary_key=True),
    Column("record_id", Text, nullable=False, unique=True),
    Column("code", Text, nullable=False),
    Column("group_id", Key, ForeignKey("groups.id"), nullable=False, index=True),
    Column("slot_id", Key, ForeignKey("slots.id"), index=True),
    Column("person_id", Key, ForeignKey("people.id"), index=True),
    Column("session_id", Key, ForeignKey("sessions.id")),
    Column("kind", Word(PaperKind), nullable=False),
    Column("language", Word(PaperLanguage), nullable=False),
    Column("form_version", Text, nullable=False),
    Column("issued_by", Key, ForeignKey("people.id"), nullable=False),
    Column("issued_at", Instant, nullable=False),
)

signers = Table(
    "signers",
    metadata,
    Column("id", Key, primary_key=True),
    Column("slot_id", Key, ForeignKey("slots.id"), nullable=False),
    Column("person_id", Key, ForeignKey("people.id"), nullable=False, index=True),
    Column("role", Word(Role), nullable=False),
    Column("as_guardian", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("state", Word(SignerState), nullable=False),
    Column("since", Instant, nullable=False),
    Column("submission_id", Key, ForeignKey("submissions.id")),
    Column("settled_by", Key, ForeignKey("people.id")),
    UniqueConstraint("slot_id", "person_id", "as_guardian"),
)

uploads = Table(
    "uploads",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", Key, ForeignKey("people.id"), nullable=False, index=True),
    Column("state", Word(UploadState), nullable=False),
    Column("sent_at", Instant, nullable=False),
    Column("group_id", Key, ForeignKey("groups.id")),
    Column("slot_id", Key, ForeignKey("slots.id")),
    Column("code", Text),
    Column("toolbar", Word(Toolbar)),
    Column("about_id", Key, ForeignKey("people.id")),
    Column("session_id", Key, ForeignKey("sessions.id")),
    Column("replaces", Key),
)

scans = Table(
    "scans",
    metadata,
    Column("id", Key, primary_key=True),
    Column("move_id", Key, ForeignKey("submission_moves.id"), unique=True),
    Column("upload_id", Key, ForeignKey("uploads.id"), unique=True),
    Column("state", Word(ScanState), nullable=False),
    Column("order", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", Text),
    Column("preview_sha256", Text),
    Column("file_id", Text),
    Column("advice", Several(Advice), nullable=False),
)

index_some("ix_scans_asked_at_pending", scans.c.asked_at, where=scans.c.state == ScanState.PENDING)

# Where a photograph stands among the pages of its scan.
pages = Table(
    "pages",
    metadata,
    Column("attachment_id", Key, ForeignKey("attachments.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("left_out", Boolean, nullable=False),
)

# What a look into a stored file has found; `record_ids` with commas between, `answers` as JSON by field.
inspections = Table(
    "inspections",
    metadata,
    Column("attachment_id", Key, ForeignKey("attachments.id"), primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("verdict", Word(Verdict), nullable=False),
    Column("record_ids", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("advice", Several(Advice), nullable=False),
    Column("answers", Text, nullable=False),
)

index_some("ix_inspections_at_waiting", inspections.c.at, where=inspections.c.verdict == Verdict.WAITING)

filings = Table(
    "filings",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", Key, ForeignKey("groups.id"), nullable=False),
    Column("toolbar", Word(Toolbar), nullable=False),
    Column("code", Text),
    Column("slot_id", Key, ForeignKey("slots.id"), index=True),
    Column("person_id", Key, ForeignKey("people.id"), index=True),
    Column("session_id", Key, ForeignKey("sessions.id")),
    Column("submission_id", Key, ForeignKey("submissions.id"), index=True),
    Column("attachment_id", Key, ForeignKey("attachments.id"), index=True),
    Column("scan_id", Key, ForeignKey("scans.id"), index=True),
    Column("name", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("visibility", Word(Visibility), nullable=False),
    Column("state", Word(FilingState), nullable=False),
    Column("filed_by", Key, ForeignKey("people.id"), nullable=False),
    Column("filed_at", Instant, nullable=False),
    Column("changed_by", Key, ForeignKey("people.id")),
    Column("changed_at", Instant),
    Column("reason", Text, nullable=False),
    Index("ix_filings_group_id_state_toolbar", "group_id", "state", "toolbar"),
)

filing_deeds = Table(
    "filing_deeds",
    metadata,
    Column("id", Key, primary_key=True),
    Column("filing_id", Key, ForeignKey("filings.id"), nullable=False, index=True),
    Column("deed", Word(FilingDeed), nullable=False),
    Column("by_id", Key, ForeignKey("people.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("reason", Text, nullable=False),
)

# An evidence pack that is being made, or was: `done` of `total` files.
packs = Table(
    "packs",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", Key, ForeignKey("groups.id"), nullable=False, index=True),
    Column("person_id", Key, ForeignKey("people.id"), nullable=False, index=True),
    Column("language", Word(Language), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("finished_at", Instant),
    Column("failed", Boolean, nullable=False),
)

index_some("ix_packs_asked_at_unfinished", packs.c.asked_at, where=packs.c.finished_at.is_(None))
