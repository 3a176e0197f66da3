"""Scans: photographs of paper, put in order, turned upright and joined to one PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.ids import AttachmentId, MoveId, ScanId, UploadId


class ScanState(StrEnum):
    """FAILED: nothing could be made of the photographs; they go on as they came."""

    PENDING = "pending"
    READY = "ready"
    FAILED = "failed"


class Advice(StrEnum):
    """What might be better about a photograph; never a reason to refuse it."""

    BLURRED = "blurred"
    DARK = "dark"
    BRIGHT = "bright"
    SMALL = "small"
    CUT = "cut"


class Screening(StrEnum):
    """Where a virus scanner is set up. WAITING is held and not passed on."""

    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"


class Verdict(StrEnum):
    """What a look into the file has found; WAITING is not looked into yet. The last four are told to its sender."""

    WAITING = "waiting"
    FINE = "fine"
    BROKEN = "broken"
    LOCKED = "locked"
    DANGEROUS = "dangerous"
    TOO_MUCH = "too_much"


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One photograph in its place. `turns` are quarter turns to the right."""

    attachment_id: AttachmentId
    place: int
    turns: int = 0
    left_out: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Scan:
    """Of one version of a submission, or of an upload. `order` says which pages, places and turns it was made of."""

    id: ScanId
    move_id: MoveId | None
    upload_id: UploadId | None
    state: ScanState
    order: str
    asked_at: datetime
    pages: int = 0
    size: int = 0
    sha256: str | None = None
    preview_sha256: str | None = None
    file_id: str | None = None
    advice: tuple[Advice, ...] = ()
