"""What the bot reports of PDFs that it makes of photographs, and what the clock does about those left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.ids import SubmissionId
from mentoring.notices import AT_THE_BOTTOM
from mentoring.submissions import UNDECIDED, State
from mentoring.use_cases import scan_cards, scanning
from mentoring.use_cases.draft_senders import sender_behind
from mentoring.use_cases.scan_pages import is_joining, scan_of
from mentoring.use_cases.submission_cards import route, story_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ids import ScanId
    from mentoring.ports import Record
    from mentoring.scan_ports import Made, ToJoin
    from mentoring.schedule import Due
    from mentoring.submissions import Submission


def scan_made(record: Record, made: Made, now: datetime) -> None:
    if record.scans.made(made):
        _go_on(record, made.scan_id, now)


def scan_failed(record: Record, scan: ToJoin, now: datetime) -> None:
    """The photographs go on as they came."""
    if record.scans.fail(scan.scan_id, scan.order):
        _go_on(record, scan.scan_id, now)


def _go_on(record: Record, scan_id: ScanId, now: datetime) -> None:
    scan = record.scans.by_id(scan_id)
    if scan is None or scan.move_id is None:
        return
    submission = record.submissions.of_move(scan.move_id)
    if submission.state is State.SCANNING and scan_cards.is_to_go_on(submission):
        scanning.send_what_was_left(record, sender_behind(record, submission), submission, now)
    elif submission.state is State.SCANNING:
        scan_cards.refresh(record, submission, now)
    elif submission.state in UNDECIDED:
        story = story_of(record, submission)
        if story.latest.id == scan.move_id:
            route(record, story, now, AT_THE_BOTTOM)


def look_after(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """Of somebody who was erased there may be a draft that belonged to no group yet: nobody waits for it."""
    for due in dues:
        submission = record.submissions.by_id(SubmissionId(due.subject_id))
        if submission is None:
            continue
        if submission.state is State.SCANNING and submission.sent_at <= now:
            scanning.send_what_was_left(record, sender_behind(record, submission), submission, now)
        elif not submission.is_draft and submission.group_id is not None:
            _give_up(record, submission, now)


def _give_up(record: Record, submission: Submission, now: datetime) -> None:
    """The mentor has waited long enough for its pages to be joined."""
    scan = scan_of(record, story_of(record, submission).latest)
    if scan is not None and is_joining(scan) and record.scans.fail(scan.id, scan.order):
        _go_on(record, scan.id, now)
