"""Versions after the first, and what edits of a message that was sent do to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.files import Received, unfit_for_work
from mentoring.notices import PLAIN
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.submissions import OF_WORK, MoveKind, NewMove, Placed, State, Submission, can_correct, moved
from mentoring.use_cases import scan_pages
from mentoring.use_cases.allowances import refuse_beyond
from mentoring.use_cases.submission_cards import (
    answer_mentee,
    route,
    story_of,
    tell_mentee,
    tell_mentors,
)

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ids import MoveId
    from mentoring.people import Person
    from mentoring.ports import Record


def correct_with(
    record: Record, by: Acting, mentee: Person, submission: Submission, *, file: Received, now: datetime
) -> None:
    """One file becomes the next version, and the mentor sees it at once."""
    after, _ = _next_version(record, mentee, submission, file, now)
    story = story_of(record, after)
    answer_mentee(record, by, mentee, story, now)
    route(record, story, now)


def _next_version(
    record: Record, mentee: Person, submission: Submission, file: Received, now: datetime
) -> tuple[Submission, MoveId]:
    after = corrected(record, submission, now)
    move_id = record.submissions.log(after, NewMove(kind=MoveKind.CORRECT, person_id=mentee.id), now)
    record.attachments.add(move_id, file, now)
    return after, move_id


def corrected(record: Record, submission: Submission, now: datetime) -> Submission:
    """With a version more, for which the move is still to be logged. Raises Refusal when somebody was faster."""
    after = moved(submission, NewMove(kind=MoveKind.CORRECT, person_id=submission.mentee_id), now)
    after = replace(after, version=record.submissions.next_version(submission.id))
    if not record.submissions.change(submission, after):
        raise Refusal(Why.ALREADY_DONE)
    return after


@dataclass(frozen=True, kw_only=True, slots=True)
class EditFile:
    """The message that carried a file was edited: its caption, or the file itself."""

    by: Acting
    file: Received


def edit_file(record: Record, command: EditFile, now: datetime) -> bool:
    """False when this message was never taken, or its submission is closed: it may be new work."""
    by, file = command.by, command.file
    placed = record.attachments.by_message(file.chat_id, file.message_id)
    if placed is None:
        return False
    author = authorise(record, by, Act.POST_FILE if file.chat_id < 0 else Act.SEND_FILE).known()
    if author.id != placed.sent_by:
        raise Refusal(Why.NOT_ALLOWED)
    if placed.unique_id == file.unique_id or placed.kind not in OF_WORK:
        _change_caption(record, placed, file, now)
        return True
    if refuse_beyond(record, by, author, file, now):
        return True
    return _replace_file(record, author, placed, file, now)


def _change_caption(record: Record, placed: Placed, file: Received, now: datetime) -> None:
    record.attachments.recaption(placed.attachment_id, file.caption)
    if not placed.submission.is_draft:
        story = story_of(record, placed.submission)
        tell_mentee(record, story, now, PLAIN)
        tell_mentors(record, story, now, PLAIN)


def _replace_file(record: Record, mentee: Person, placed: Placed, file: Received, now: datetime) -> bool:
    submission = placed.submission
    if unfit_for_work(file) is not None:
        return False
    if submission.is_draft:
        record.attachments.replace(placed.attachment_id, file, now)
        if submission.state is State.SCANNING:
            scan_pages.follow(record, scan_pages.latest_of(record.submissions.moves(submission.id)), now)
        return True
    if placed.kind is MoveKind.TAKEN_BACK or not can_correct(submission.state):
        return False
    earlier = story_of(record, submission).latest
    after, move_id = _next_version(record, mentee, submission, file, now)
    record.attachments.repeat(move_id, earlier.id, but=placed.attachment_id)
    scan_pages.follow(record, scan_pages.latest_of(record.submissions.moves(after.id)), now)
    story = story_of(record, after)
    tell_mentee(record, story, now)
    route(record, story, now)
    return True
