"""The mentor's side: accept, return, ask, not readable, and the way back for a few minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.filings import FilingState
from mentoring.ids import SubmissionId
from mentoring.notices import PLAIN, Notice
from mentoring.notices.common import Refused
from mentoring.notices.submissions import Wanted
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.submissions import UNDECIDED, MoveKind, NewMove, State, Submission, can_undo, moved
from mentoring.use_cases import open_questions, remarks, taking
from mentoring.use_cases import submission_prompts as prompts
from mentoring.use_cases.managers_cards import hand_to_managers
from mentoring.use_cases.submission_cards import answer_mentor, review_card, story_of, tell_mentee, tell_mentors

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Decide:
    """`decision` is one that needs no words. `version` is the one that its card showed."""

    by: Acting
    submission_id: SubmissionId
    version: int
    decision: MoveKind


@dataclass(frozen=True, kw_only=True, slots=True)
class AskForComment:
    by: Acting
    submission_id: SubmissionId
    version: int
    wanted: Wanted


@dataclass(frozen=True, kw_only=True, slots=True)
class UndoDecision:
    by: Acting
    submission_id: SubmissionId
    version: int


def decide(record: Record, command: Decide, now: datetime) -> Notice | None:
    mentor, submission = reviewed(record, command.by, command.submission_id)
    if not _is_open(submission, command.version):
        return overtaken(record, command.by, mentor, submission, now=now)
    if taking.is_anothers(record, submission, mentor):
        return overtaken(record, command.by, mentor, submission, now=now, why=Why.TAKEN_BY_ANOTHER)
    submission = taking.take_first(record, submission, mentor, now)
    _move(record, command.by, mentor, submission, kind=command.decision, now=now)
    prompts.close(record, mentor)
    return None


def ask_for_comment(record: Record, command: AskForComment, now: datetime) -> Notice | None:
    """The card itself asks, and waits for words, a voice message or a file."""
    mentor, submission = reviewed(record, command.by, command.submission_id)
    if command.wanted not in {Wanted.RETURN, Wanted.QUESTION}:
        raise Refusal(Why.NOT_UNDERSTOOD)
    if not _is_open(submission, command.version):
        return overtaken(record, command.by, mentor, submission, now=now)
    if taking.is_anothers(record, submission, mentor):
        return overtaken(record, command.by, mentor, submission, now=now, why=Why.TAKEN_BY_ANOTHER)
    submission = taking.take_first(record, submission, mentor, now)
    open_questions.give_up(record, mentor, now)
    prompts.open_for(record, command.by, submission, command.wanted, now)
    answer_mentor(record, command.by, mentor, story_of(record, submission), now, wanted=command.wanted)
    return None


def say_what_comment_is(record: Record, command: AskForComment, now: datetime) -> Notice | None:
    """A reply to a card was kept; now its author has said whether the work goes back or it is a question."""
    by = command.by
    mentor, submission = reviewed(record, by, command.submission_id)
    kept = prompts.held(record, mentor, submission, now)
    if kept is None or command.wanted not in {Wanted.RETURN, Wanted.QUESTION}:
        raise Refusal(Why.GONE)
    if not _is_open(submission, command.version):
        return overtaken(record, by, mentor, submission, now=now)
    kind = MoveKind.RETURN if command.wanted is Wanted.RETURN else MoveKind.ASK
    said = remarks.Said(by=by, text=kept.text, message_id=kept.message_id, file=kept.file)
    remarks.comment(record, said, mentor, submission, kind=kind, now=now)
    return None


def undo_decision(record: Record, command: UndoDecision, now: datetime) -> Notice | None:
    mentor, submission = reviewed(record, command.by, command.submission_id)
    if (
        submission.version != command.version
        or not can_undo(submission, mentor.id, now)
        or is_filed(record, submission)
    ):
        late = submission.version == command.version and submission.decided_by == mentor.id
        return overtaken(
            record, command.by, mentor, submission, now=now, why=Why.TOO_LATE if late else Why.ALREADY_DONE
        )
    _move(record, command.by, mentor, submission, kind=MoveKind.UNDO, now=now)
    return None


def is_filed(record: Record, submission: Submission) -> bool:
    return any(one.state is FilingState.FILED for one in record.filings.of_submission(submission.id))


def reviewed(record: Record, by: Acting, submission_id: SubmissionId) -> tuple[Person, Submission]:
    """Raises Refusal unless `by` is a mentor of the submission's own group."""
    submission = record.submissions.by_id(submission_id)
    if submission is None or submission.is_draft:
        authorise(record, by, Act.REVIEW)
        raise Refusal(Why.GONE)
    return authorise(record, by, Act.REVIEW, group_id=submission.group_id).known(), submission


def overtaken(
    record: Record, by: Acting, mentor: Person, submission: Submission, *, now: datetime, why: Why = Why.ALREADY_DONE
) -> Notice:
    """Somebody was faster, or a newer version has come: nothing changes but the card."""
    story = story_of(record, submission)
    notices.tell(record, mentor, review_card(story, now, mentor), PLAIN)
    return Refused(why=Why.GONE if submission.state is State.WITHDRAWN else why)


def _is_open(submission: Submission, version: int) -> bool:
    return submission.state in UNDECIDED and submission.version == version


def _move(record: Record, by: Acting, mentor: Person, submission: Submission, *, kind: MoveKind, now: datetime) -> None:
    move = NewMove(kind=kind, person_id=mentor.id)
    after = moved(submission, move, now)
    if not record.submissions.change(submission, after):
        raise Refusal(Why.ALREADY_DONE)
    record.submissions.log(after, move, now)
    story = story_of(record, after)
    answer_mentor(record, by, mentor, story, now)
    tell_mentors(record, story, now, PLAIN, but=mentor)
    tell_mentee(record, story, now)
    if kind is MoveKind.ACCEPT:
        hand_to_managers(record, story, now)
