"""What the virus scanner reports: a clean file goes on its way, an infected one does not, and people are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.filings import UploadState
from mentoring.ids import AttachmentId
from mentoring.notices import PLAIN
from mentoring.notices.concerns import ConcernFileShown
from mentoring.notices.screening import FileHeldBack, ScannerAway, VirusFound, VirusInYourFile
from mentoring.scans import Screening
from mentoring.submissions import UNDECIDED, VERSIONS
from mentoring.use_cases import upload_steps
from mentoring.use_cases.concern_cards import has_it
from mentoring.use_cases.concern_readers import raised_of, readers
from mentoring.use_cases.operating import tell_operator
from mentoring.use_cases.passing_on import pass_on
from mentoring.use_cases.remarks import other_side, with_files
from mentoring.use_cases.submission_cards import route, story_of, tell_mentee, tell_mentors

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.filings import Upload
    from mentoring.ports import Record
    from mentoring.screening_ports import Screened
    from mentoring.submissions import Move, Submission


@dataclass(frozen=True, kw_only=True, slots=True)
class FileScreened:
    attachment_id: AttachmentId
    clean: bool


def file_screened(record: Record, command: FileScreened, now: datetime) -> None:
    file = record.screenings.of(command.attachment_id)
    if file is None:
        return
    settled = record.screenings.settle(file, Screening.CLEAN if command.clean else Screening.INFECTED)
    for one in settled:
        if command.clean:
            _let_through(record, one, now)
        else:
            _hold_back(record, one, now)
    if settled and not command.clean:
        tell_operator(record, VirusFound(latest=file.attachment_id))


def never_screened(record: Record, attachment_id: AttachmentId, now: datetime) -> None:
    """Telegram does not let the bot have it, so it goes on its way as it is."""
    file = record.screenings.let_go(attachment_id)
    if file is not None:
        _let_through(record, file, now)


def scanner_away(record: Record, waiting: int, _: datetime) -> None:
    tell_operator(record, ScannerAway(waiting=waiting))


def _let_through(record: Record, file: Screened, now: datetime) -> None:
    """To whoever was only told of it while it was being looked at."""
    if file.concern_id is not None:
        _show_concern_file(record, file)
    upload = record.uploads.of_file(file.attachment_id)
    if upload is not None:
        upload_steps.go_on_checked(record, upload, now)
    submission = record.attachments.submission_of(file.attachment_id)
    if submission is None or submission.is_draft or submission.group_id is None:
        return
    story, move = story_of(record, submission), _move_of(record, submission, file)
    if move.kind not in VERSIONS:
        of_it = tuple(one for one in move.files if one.id == file.attachment_id)
        pass_on(record, story, with_files(move, of_it), other_side(record, story, move.person_id))
    elif move.id == story.latest.id and not _others_wait(record, move, file):
        tell_mentee(record, story, now, PLAIN)
        if submission.state in UNDECIDED:
            route(record, story, now)
        else:
            tell_mentors(record, story, now, PLAIN)


def _others_wait(record: Record, move: Move, file: Screened) -> bool:
    """They all come together, once the last of them has been looked at."""
    others = (record.screenings.of(one.id) for one in move.files if one.id != file.attachment_id)
    return any(one is not None and one.screening is Screening.WAITING for one in others)


def _show_concern_file(record: Record, file: Screened) -> None:
    concern = None if file.concern_id is None else record.concerns.by_id(file.concern_id)
    if concern is None:
        return
    part = ConcernFileShown(concern_id=concern.id, kind=file.kind, file_id=file.file_id)
    for reader in readers(record, raised_of(concern)):
        if has_it(record, reader, concern):
            notices.tell(record, reader, part, PLAIN)


def _hold_back(record: Record, file: Screened, now: datetime) -> None:
    submission = record.attachments.submission_of(file.attachment_id)
    told = VirusInYourFile(file=file.name)
    if submission is not None:
        return _hold_back_of(record, submission, file, told, now=now)
    upload = record.uploads.of_file(file.attachment_id)
    if upload is not None:
        _drop_upload(record, upload, now)
        notices.tell(record, record.people.by_id(upload.person_id), told)
    concern = None if file.concern_id is None else record.concerns.by_id(file.concern_id)
    if concern is not None:
        notices.tell(record, record.people.by_id(concern.person_id), told)
    thing = record.session_things.of_file(file.attachment_id)
    if thing is not None and thing.person_id is not None:
        notices.tell(record, record.people.by_id(thing.person_id), told)
    return None


def _drop_upload(record: Record, upload: Upload, now: datetime) -> None:
    """There is nothing more to ask about it."""
    if upload.state is UploadState.OPEN:
        upload_steps.drop(record, None, record.people.by_id(upload.person_id), upload, now)


def _hold_back_of(
    record: Record, submission: Submission, file: Screened, told: VirusInYourFile, *, now: datetime
) -> None:
    """Kindly to the sender; to the others only that it does not come."""
    move = _move_of(record, submission, file)
    sender = record.people.by_id(move.person_id)
    notices.tell(record, sender, told)
    if submission.is_draft or submission.group_id is None:
        return
    story = story_of(record, submission)
    held = FileHeldBack(number=submission.number or 0, file=file.name, name=story.name(move) or sender.name)
    tell_mentee(record, story, now, PLAIN)
    tell_mentors(record, story, now, PLAIN)
    for other in other_side(record, story, move.person_id):
        notices.tell(record, other, held)


def _move_of(record: Record, submission: Submission, file: Screened) -> Move:
    moves = record.submissions.moves(submission.id)
    return next(move for move in moves if any(one.id == file.attachment_id for one in move.files))
