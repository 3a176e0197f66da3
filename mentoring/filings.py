"""What stands in the two toolbars, and what managers and mentors are about to put there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.files import FileKind
from mentoring.ids import AttachmentId, FilingId, GroupId, PersonId, ScanId, SessionId, SlotId, SubmissionId, UploadId
from mentoring.kit import Code, Toolbar, Visibility
from mentoring.scans import Screening

#: Whoever filed something can take it out again for this long without saying why.
FILING_UNDO = timedelta(minutes=5)


class FilingState(StrEnum):
    """Nothing is thrown away: what was REPLACED or WITHDRAWN is kept, and only managers and mentors find it."""

    FILED = "filed"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class Filing:
    """One file in a toolbar, under the `name` it goes by. Its bytes are an attachment's or a scan's.

    `version` counts what was filed for the same slot. `code` is None for what belongs to no document of the kit.
    """

    id: FilingId
    group_id: GroupId
    toolbar: Toolbar
    code: Code | None
    slot_id: SlotId | None
    person_id: PersonId | None
    session_id: SessionId | None
    submission_id: SubmissionId | None
    attachment_id: AttachmentId | None
    scan_id: ScanId | None
    name: str
    version: int
    visibility: Visibility
    state: FilingState
    filed_by: PersonId
    filed_at: datetime
    changed_by: PersonId | None = None
    changed_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FiledFile:
    """As it can be sent: by Telegram's `file_id`, or by the hash of our own copy where there is no such id."""

    kind: FileKind
    file_id: str | None
    sha256: str | None
    screening: Screening | None = None


class FilingDeed(StrEnum):
    """What is written down of a filing, each with who, when and why."""

    FILE = "file"
    MOVE = "move"
    REPLACE = "replace"
    WITHDRAW = "withdraw"
    RELABEL = "relabel"
    REROUTE = "reroute"


@dataclass(frozen=True, kw_only=True, slots=True)
class LoggedDeed:
    """A line of a filing's history."""

    deed: FilingDeed
    by_id: PersonId
    at: datetime
    reason: str


def can_undo_filing(filing: Filing, person_id: PersonId, now: datetime) -> bool:
    untouched = filing.state is FilingState.FILED and filing.changed_at is None
    return untouched and filing.filed_by == person_id and now - filing.filed_at <= FILING_UNDO


def other_toolbar(toolbar: Toolbar) -> Toolbar:
    return Toolbar.MONITORING if toolbar is Toolbar.MANAGING else Toolbar.MANAGING


class UploadState(StrEnum):
    """Of a file that a manager or mentor sent: OPEN until it is filed, or not wanted."""

    OPEN = "open"
    FILED = "filed"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """What is already known of it; the rest is asked."""

    id: UploadId
    person_id: PersonId
    state: UploadState
    sent_at: datetime
    group_id: GroupId | None = None
    slot_id: SlotId | None = None
    code: Code | None = None
    toolbar: Toolbar | None = None
    about_id: PersonId | None = None
    session_id: SessionId | None = None
    replaces: FilingId | None = None
