"""Photographs become pages, and a PDF is asked for whenever their order or number has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.file_names import filed_name
from mentoring.files import FileKind, is_photograph
from mentoring.notices.submissions import FileShown
from mentoring.scans import PATIENCE, Page, ScanState, order_of
from mentoring.schedule import Appointment, DueKind
from mentoring.submissions import VERSIONS
from mentoring.zones import wall

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.files import Attachment
    from mentoring.ids import SubmissionId
    from mentoring.ports import Record
    from mentoring.scans import Scan
    from mentoring.submissions import Move
    from mentoring.use_cases.submission_cards import Story

#: Of a document that nobody has named.
_CALLED = "Scan"
#: However long the bot was away: what was photographed still goes to the mentor.
_NEVER_STALE = PATIENCE * 6 * 24 * 3650


def are_photographs(files: Sequence[Attachment]) -> bool:
    return bool(files) and all(is_photograph(file) for file in files)


def follow(record: Record, move: Move, now: datetime) -> None:
    """Its new files are its last pages; what is a page already stays where it is. Anything else goes as it came."""
    if not are_photographs(move.files):
        return record.scans.forget(move.id)
    known = record.scans.pages(move.id)
    places, pages = {page.attachment_id for page in known}, list(known)
    for file in move.files:
        if file.id not in places:
            page = Page(attachment_id=file.id, place=1 + max((one.place for one in pages), default=0))
            record.scans.put(page)
            pages.append(page)
    return ask(record, move, pages, now)


def ask(record: Record, move: Move, pages: Sequence[Page], now: datetime) -> None:
    record.scans.ask(move.id, order_of(pages, {file.id: file.unique_id for file in move.files}), now)


def scan_of(record: Record, move: Move) -> Scan | None:
    """Only photographs have one."""
    return record.scans.of_move(move.id) if are_photographs(move.files) else None


def is_joining(scan: Scan | None) -> bool:
    return scan is not None and scan.state is ScanState.PENDING


def look_again(record: Record, submission_id: SubmissionId, at: datetime) -> None:
    """Then what was left alone is sent, and what could not be joined goes on as it came."""
    planned = Appointment(
        kind=DueKind.SCAN_LEFT,
        subject_id=submission_id,
        person_id=None,
        occurrence=f"scan:{submission_id}:{at.timestamp():.6f}",
        due_at=at,
        wall_time=at.replace(tzinfo=None).isoformat(timespec="minutes"),
        zone="UTC",
        expires_at=at + _NEVER_STALE,
    )
    record.schedule.plan([planned])


def joined_file(story: Story) -> FileShown | None:
    """None while there is none; then the files are shown as they came."""
    scan, submission = story.scan, story.submission
    if scan is None or scan.state is not ScanState.READY or scan.sha256 is None:
        return None
    document = story.label.document if story.label is not None else None
    name = filed_name(
        document.title.code if document is not None else _CALLED,
        story.circle.group,
        story.circle.names.get(submission.mentee_id, ""),
        wall(story.latest.at, story.circle.zone).date(),
        version=submission.version,
        ending="pdf",
    )
    return FileShown(kind=FileKind.DOCUMENT, file_id=scan.file_id or "", name=name, sha256=scan.sha256)


def latest_of(moves: Sequence[Move]) -> Move:
    """The one that brought the version which stands."""
    return max((move for move in moves if move.kind in VERSIONS), key=lambda move: (move.version, move.id))
