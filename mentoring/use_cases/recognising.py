"""What the bot has found in a file that was sent: whose paper it is, which document, or why nobody can open it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.filings import FilingState, UploadState
from mentoring.guessing import waiting_of
from mentoring.ids import AttachmentId
from mentoring.inspection_ports import Inspected
from mentoring.notices import PLAIN, Delivery, Placement
from mentoring.notices.recognising import CannotOpen
from mentoring.record_ids import RecordId
from mentoring.scans import Advice, Verdict
from mentoring.use_cases.labelling import set_label, slot_of
from mentoring.use_cases.labels import is_anothers, slots_for
from mentoring.use_cases.submission_cards import story_of, tell_mentee, tell_mentors
from mentoring.use_cases.upload_recognising import looked_into

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.filings import Upload
    from mentoring.papers import Paper
    from mentoring.ports import Record
    from mentoring.slots import Slot
    from mentoring.submissions import Submission
    from mentoring.use_cases.submission_cards import Story

_TOLD = frozenset({Verdict.BROKEN, Verdict.LOCKED, Verdict.TOO_MUCH, Verdict.DANGEROUS})


@dataclass(frozen=True, kw_only=True, slots=True)
class FileFound:
    """`record_ids` are all our papers in sight, `codes` all documents of the kit."""

    attachment_id: AttachmentId
    verdict: Verdict
    record_ids: tuple[RecordId, ...] = ()
    codes: tuple[str, ...] = ()
    pages: int = 0
    advice: tuple[Advice, ...] = ()


def file_found(record: Record, command: FileFound, now: datetime) -> bool:
    """False where it was looked into before."""
    inspected = Inspected(
        attachment_id=command.attachment_id,
        verdict=command.verdict,
        record_ids=command.record_ids,
        pages=command.pages,
        advice=command.advice,
    )
    if not record.inspections.keep(inspected, now):
        return False
    submission = record.attachments.submission_of(command.attachment_id)
    if submission is None:
        _of_upload(record, command, now)
    elif command.verdict in _TOLD:
        _tell_sender(record, submission, command)
    elif submission.slot_id is None and submission.group_id is not None:
        _label(record, submission, command, now)
    elif command.record_ids and submission.slot_id and not submission.is_draft:
        _name_earlier_form(record, submission, now)
    return True


def _of_upload(record: Record, command: FileFound, now: datetime) -> None:
    upload = record.uploads.of_file(command.attachment_id)
    if upload is None:
        return None
    if command.verdict in _TOLD:
        return _tell_uploader(record, upload, command)
    papers = [paper for one in command.record_ids if (paper := record.papers.by_record_id(one)) is not None]
    return looked_into(record, upload, papers, command.codes, now)


def _tell_uploader(record: Record, upload: Upload, command: FileFound) -> None:
    """Who perhaps has filed it by now, and can put another in its place."""
    if upload.state is UploadState.DROPPED:
        return
    name = next((file.name for file in record.uploads.files(upload.id) if file.id == command.attachment_id), "")
    filed = record.filings.of_group(upload.group_id, [FilingState.FILED]) if upload.group_id is not None else ()
    told = CannotOpen(
        submission_id=None,
        number=None,
        file=name,
        verdict=command.verdict,
        filing_id=next((one.id for one in filed if one.attachment_id == command.attachment_id), None),
    )
    notices.tell(record, record.people.by_id(upload.person_id), told, _once(command))


def _tell_sender(record: Record, submission: Submission, command: FileFound) -> None:
    """It is with the mentor all the same: perhaps they can open it."""
    files = (file for move in record.submissions.moves(submission.id) for file in move.files)
    name = next((file.name for file in files if file.id == command.attachment_id), "")
    told = CannotOpen(submission_id=submission.id, number=submission.number, file=name, verdict=command.verdict)
    notices.tell(record, record.people.by_id(submission.mentee_id), told, _once(command))


def _once(command: FileFound) -> Delivery:
    return Delivery(placement=Placement.BOTTOM, once=f"cannot-open:{command.attachment_id}")


def _name_earlier_form(record: Record, submission: Submission, now: datetime) -> None:
    """What it is was known before; that its form is an older one, only its number tells."""
    story = story_of(record, submission)
    if story.label is not None and story.label.earlier_form:
        _cards_follow(record, story, now)


def _cards_follow(record: Record, story: Story, now: datetime) -> None:
    tell_mentee(record, story, now, PLAIN)
    tell_mentors(record, story, now, PLAIN)


def _label(record: Record, submission: Submission, command: FileFound, now: datetime) -> None:
    papers = [paper for one in command.record_ids if (paper := record.papers.by_record_id(one)) is not None]
    slot = _slot(record, submission, command, papers)
    if slot is None:
        if is_anothers(papers, submission) and not submission.is_draft:
            _cards_follow(record, story_of(record, submission), now)
        return
    after = set_label(record, submission, slot, now)
    if not after.is_draft:
        _cards_follow(record, story_of(record, after), now)


def _slot(record: Record, submission: Submission, command: FileFound, papers: Sequence[Paper]) -> Slot | None:
    """None where more than one is possible: people are asked, and nothing is guessed.

    A paper tells for certain whose it is, also that it is somebody else's.
    """
    if command.record_ids and not papers:
        return None
    slots = slots_for(record, submission)
    return slot_of(papers, submission, slots) if papers else waiting_of(slots, command.codes)
