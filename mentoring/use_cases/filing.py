"""An accepted submission goes into a toolbar: by its mentor or a manager, and out again for a few minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.filings import FilingDeed, FilingState, can_undo_filing
from mentoring.ids import SubmissionId
from mentoring.kit import Toolbar
from mentoring.notices import PLAIN, Notice
from mentoring.permissions import Actor, authorise
from mentoring.refusals import Refusal, Why
from mentoring.submissions import MoveKind, State, Submission
from mentoring.use_cases import reviewing
from mentoring.use_cases.filed_cards import document_of
from mentoring.use_cases.managers_cards import managers_follow
from mentoring.use_cases.shelving import ToFile, empty_slot, lay_aside, refuse_held, refuse_unless_filed_by, shelve
from mentoring.use_cases.submission_cards import answer_mentor, story_of, tell_mentee, tell_mentors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.filings import Filing
    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class FileSubmission:
    """`version` is the one that its card showed."""

    by: Acting
    submission_id: SubmissionId
    version: int
    toolbar: Toolbar


@dataclass(frozen=True, kw_only=True, slots=True)
class AcceptAndFile:
    """Into the toolbar of its document."""

    by: Acting
    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class UndoFiling:
    by: Acting
    submission_id: SubmissionId


def file_submission(record: Record, command: FileSubmission, now: datetime) -> Notice | None:
    actor, submission = _filed(record, command.by, command.submission_id)
    refuse_unless_filed_by(actor.standings, document_of(record, submission))
    is_shown = submission.state is State.ACCEPTED and submission.version == command.version
    if not is_shown or reviewing.is_filed(record, submission):
        return reviewing.overtaken(record, command.by, actor.known(), submission, now=now)
    refuse_held(record, story_of(record, submission).latest.files)
    _file(record, actor.known(), submission, command.toolbar, now)
    _show(record, command.by, actor.known(), submission, now)
    return None


def accept_and_file(record: Record, command: AcceptAndFile, now: datetime) -> Notice | None:
    """In one go; what another mentor is at, or has decided by now, is neither accepted nor filed."""
    actor, before = _filed(record, command.by, command.submission_id)
    document = document_of(record, before)
    if document is None or document.toolbar is None:
        raise Refusal(Why.GONE)
    refuse_unless_filed_by(actor.standings, document)
    refuse_held(record, story_of(record, before).latest.files)
    accept = reviewing.Decide(by=command.by, submission_id=before.id, version=command.version, decision=MoveKind.ACCEPT)
    instead = reviewing.decide(record, accept, now)
    accepted = record.submissions.by_id(before.id)
    if instead is not None or accepted is None:
        return instead
    _file(record, actor.known(), accepted, document.toolbar, now)
    _show(record, command.by, actor.known(), accepted, now)
    return None


def undo_filing(record: Record, command: UndoFiling, now: datetime) -> Notice | None:
    actor, submission = _filed(record, command.by, command.submission_id)
    person, live = actor.known(), _live(record, submission)
    if not live or not all(can_undo_filing(one, person.id, now) for one in live):
        why = Why.TOO_LATE if any(one.filed_by == person.id for one in live) else Why.ALREADY_DONE
        return reviewing.overtaken(record, command.by, person, submission, now=now, why=why)
    for one in live:
        lay_aside(record, one, FilingState.WITHDRAWN, FilingDeed.WITHDRAW, by=person, reason="", now=now)
        empty_slot(record, one, now)
    _show(record, command.by, person, submission, now)
    return None


def _filed(record: Record, by: Acting, submission_id: SubmissionId) -> tuple[Actor, Submission]:
    """Raises Refusal unless `by` files in the submission's own group."""
    submission = record.submissions.by_id(submission_id)
    if submission is None or submission.is_draft:
        authorise(record, by, Act.FILE)
        raise Refusal(Why.GONE)
    return authorise(record, by, Act.FILE, group_id=submission.group_id), submission


def _live(record: Record, submission: Submission) -> Sequence[Filing]:
    return [one for one in record.filings.of_submission(submission.id) if one.state is FilingState.FILED]


def _file(record: Record, person: Person, submission: Submission, toolbar: Toolbar, now: datetime) -> None:
    if submission.group_id is None:
        raise Refusal(Why.GONE)
    latest = story_of(record, submission).latest
    slot = record.slots.by_id(submission.slot_id) if submission.slot_id is not None else None
    what = ToFile(
        group_id=submission.group_id,
        document=document_of(record, submission),
        toolbar=toolbar,
        person_id=(slot.key.person_id if slot is not None else None) or submission.mentee_id,
        session_id=slot.key.session_id if slot is not None else None,
        files=latest.files,
        slot=slot,
        scan_id=record.filings.scan_of_move(latest.id),
        submission_id=submission.id,
    )
    shelve(record, what, person, now)


def _show(record: Record, by: Acting, person: Person, submission: Submission, now: datetime) -> None:
    story = story_of(record, submission)
    answer_mentor(record, by, person, story, now)
    tell_mentors(record, story, now, PLAIN, but=person)
    tell_mentee(record, story, now, PLAIN)
    managers_follow(record, story, now, but=person)
