"""What the fetching of files reports: stored, to be tried again, or only in Telegram for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.files import Keeping
from mentoring.ids import AttachmentId
from mentoring.notices import PLAIN, Delivery
from mentoring.notices.files import UploadTrouble
from mentoring.notices.operating import CopiesMissing
from mentoring.notices.sending import OnlyInTelegram, ProgramInDisguise, SameContent
from mentoring.submissions import UNDECIDED, Submission
from mentoring.use_cases import keeping_things
from mentoring.use_cases.operating import tell_operator
from mentoring.use_cases.screening import never_screened
from mentoring.use_cases.submission_cards import story_of, tell_mentee, tell_mentors

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record

#: Then it is only in Telegram, and whoever holds the message there is told.
GIVE_UP_AFTER = timedelta(hours=24)
_FIRST_PAUSE = timedelta(seconds=5)
_LONGEST_PAUSE = timedelta(minutes=30)


@dataclass(frozen=True, kw_only=True, slots=True)
class FileStored:
    """`is_program`: its content is one, whatever its name says."""

    attachment_id: AttachmentId
    sha256: str
    size: int
    is_program: bool = False
    file_id: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FileNotFetched:
    """`too_large` is Telegram's answer, and final."""

    attachment_id: AttachmentId
    too_large: bool = False


def file_stored(record: Record, command: FileStored, now: datetime) -> None:
    of = command.attachment_id
    if not record.attachments.stored(of, sha256=command.sha256, size=command.size, now=now, file_id=command.file_id):
        return
    if keeping_things.copied(record, command):
        return
    record.screenings.ask(of)
    if command.is_program:
        _tell_reviewers(record, of)
    _ask_about_same_content(record, of)
    if record.rules.documents or record.scans.is_page(of):
        record.inspections.ask(of, now)


def _ask_about_same_content(record: Record, of: AttachmentId) -> None:
    submission, earlier = record.attachments.submission_of(of), record.attachments.same_content(of)
    if submission is None or earlier is None or submission.state not in UNDECIDED:
        return
    mentee = record.people.by_id(submission.mentee_id)
    same = SameContent(
        submission_id=submission.id,
        number=submission.number or 0,
        version=submission.version,
        earlier=earlier.number or 0,
    )
    notices.tell(record, mentee, same, Delivery(once=f"same-content:{submission.id}"))


def file_not_fetched(record: Record, command: FileNotFetched, now: datetime) -> None:
    waiting = record.attachments.fetching(command.attachment_id)
    if waiting is None:
        return
    if command.too_large:
        record.attachments.give_up(waiting.id, Keeping.BY_REFERENCE)
        never_screened(record, waiting.id, now)
    elif now - waiting.received_at < GIVE_UP_AFTER:
        record.attachments.try_again(waiting.id, now + min(_FIRST_PAUSE * 2**waiting.tries, _LONGEST_PAUSE))
    elif record.attachments.give_up(waiting.id, Keeping.LOST):
        _tell_holders(record, waiting.id, now)
        never_screened(record, waiting.id, now)
        tell_operator(record, CopiesMissing(latest=waiting.id, on=now.date()))


def _tell_reviewers(record: Record, attachment_id: AttachmentId) -> None:
    """They have it already, by its name; now they learn not to open it."""
    submission = record.attachments.submission_of(attachment_id)
    if submission is None or submission.group_id is None or submission.number is None:
        _tell_uploader(record, attachment_id, is_program=True)
        return
    warning = ProgramInDisguise(number=submission.number, file=_name(record, submission, attachment_id))
    for mentor in record.submissions.circle(submission.group_id).mentors:
        notices.tell(record, mentor, warning, PLAIN)


def _tell_holders(record: Record, attachment_id: AttachmentId, now: datetime) -> None:
    """Each in a message of its own, and on the cards for as long as they are looked at."""
    submission = record.attachments.submission_of(attachment_id)
    if submission is None or submission.group_id is None or submission.number is None:
        _tell_uploader(record, attachment_id, is_program=False)
        return
    name = _name(record, submission, attachment_id)
    lost = OnlyInTelegram(number=submission.number, file=name)
    for holder in (*record.submissions.circle(submission.group_id).mentors, record.people.by_id(submission.mentee_id)):
        notices.tell(record, holder, lost, PLAIN)
    story = story_of(record, submission)
    tell_mentee(record, story, now, PLAIN)
    tell_mentors(record, story, now, PLAIN)


def _tell_uploader(record: Record, attachment_id: AttachmentId, *, is_program: bool) -> None:
    upload = record.uploads.of_file(attachment_id)
    if upload is not None:
        name = next(file.name for file in record.uploads.files(upload.id) if file.id == attachment_id)
        trouble = UploadTrouble(file=name, is_program=is_program)
        notices.tell(record, record.people.by_id(upload.person_id), trouble, PLAIN)


def _name(record: Record, submission: Submission, attachment_id: AttachmentId) -> str:
    files = (file for move in record.submissions.moves(submission.id) for file in move.files)
    return next(file.name for file in files if file.id == attachment_id)
