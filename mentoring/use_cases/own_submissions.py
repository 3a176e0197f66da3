"""What a mentee can do with their own submission: take it back, add to it, answer, correct it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import SubmissionId
from mentoring.notices import PLAIN, Notice
from mentoring.notices.common import Refused
from mentoring.notices.submissions import VersionTakenBack, Wanted
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.submissions import UNDECIDED, MoveKind, NewMove, State, Submission, can_correct, can_withdraw, moved
from mentoring.taking_back import before
from mentoring.use_cases import open_questions
from mentoring.use_cases import submission_prompts as prompts
from mentoring.use_cases.submission_cards import (
    answer_mentee,
    answer_mentor,
    mentee_card,
    story_of,
    tell_mentors,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record

_WHEN: Mapping[Wanted, frozenset[State]] = {
    Wanted.NOTE: frozenset({State.WAITING}),
    Wanted.ANSWER: frozenset({State.ASKED}),
    Wanted.CORRECTION: frozenset(state for state in State if can_correct(state)),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeBack:
    by: Acting
    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AskForMore:
    by: Acting
    submission_id: SubmissionId
    wanted: Wanted


@dataclass(frozen=True, kw_only=True, slots=True)
class StopAsking:
    by: Acting
    submission_id: SubmissionId


def take_back(record: Record, command: TakeBack, now: datetime) -> Notice | None:
    mentee, submission = own(record, command.by, command.submission_id)
    if submission.version != command.version or not can_withdraw(submission, now, record.rules.undo):
        return stale(record, mentee, submission, now)
    if submission.version > 1:
        return _take_back_version(record, command.by, mentee, submission, now)
    _take_back_all(record, command.by, mentee, submission, now)
    return None


def _take_back_all(record: Record, by: Acting, mentee: Person, submission: Submission, now: datetime) -> None:
    move = NewMove(kind=MoveKind.WITHDRAW, person_id=mentee.id)
    after = moved(submission, move, now)
    if not record.submissions.change(submission, after):
        raise Refusal(Why.ALREADY_DONE)
    record.submissions.log(after, move, now)
    prompts.close(record, mentee)
    story = story_of(record, after)
    answer_mentee(record, by, mentee, story, now)
    tell_mentors(record, story, now, PLAIN)


def _take_back_version(record: Record, by: Acting, mentee: Person, submission: Submission, now: datetime) -> Notice:
    """The one before stands again, on its own card; the card of this one says so."""
    move = NewMove(kind=MoveKind.WITHDRAW, person_id=mentee.id)
    withdrawn = story_of(record, moved(submission, move, now))
    after = before(submission, withdrawn.moves)
    if not record.submissions.change(submission, after):
        raise Refusal(Why.ALREADY_DONE)
    record.submissions.log(submission, move, now)
    record.submissions.take_back_version(submission)
    prompts.close(record, mentee)
    story = story_of(record, after)
    answer_mentee(record, by, mentee, story, now)
    for one in (withdrawn, story):
        tell_mentors(record, one, now, PLAIN)
    return VersionTakenBack(version=submission.version)


def ask_for_more(record: Record, command: AskForMore, now: datetime) -> Notice | None:
    """The card itself asks, and waits for words, a voice message or a file."""
    mentee, submission = own(record, command.by, command.submission_id)
    if submission.state not in _WHEN.get(command.wanted, frozenset()):
        return stale(record, mentee, submission, now)
    open_questions.give_up(record, mentee, now)
    prompts.open_for(record, command.by, submission, command.wanted, now)
    answer_mentee(record, command.by, mentee, story_of(record, submission), now, wanted=command.wanted)
    return None


def stop_asking(record: Record, command: StopAsking, now: datetime) -> None:
    """Either side: the card goes back to what it showed."""
    submission = record.submissions.by_id(command.submission_id)
    if submission is None or submission.is_draft:
        authorise(record, command.by, Act.REMARK)
        raise Refusal(Why.GONE)
    person = authorise(record, command.by, Act.REMARK, group_id=submission.group_id).known()
    story = story_of(record, submission)
    if person.id == submission.mentee_id:
        answer_mentee(record, command.by, person, story, now)
    elif story.circle.reviews(person.id):
        answer_mentor(record, command.by, person, story, now)
    else:
        raise Refusal(Why.NOT_ALLOWED)
    prompts.close(record, person)


def own(record: Record, by: Acting, submission_id: SubmissionId) -> tuple[Person, Submission]:
    submission = record.submissions.by_id(submission_id)
    if submission is None or submission.is_draft:
        authorise(record, by, Act.CHANGE_SUBMISSION)
        raise Refusal(Why.GONE)
    person = authorise(record, by, Act.CHANGE_SUBMISSION, group_id=submission.group_id).known()
    if person.id != submission.mentee_id:
        raise Refusal(Why.NOT_ALLOWED)
    return person, submission


def stale(record: Record, mentee: Person, submission: Submission, now: datetime) -> Notice:
    """The button stands on a card that is no longer true: it is set right."""
    card = mentee_card(record, story_of(record, submission), now)
    notices.tell(record, mentee, card, PLAIN)
    if submission.state is State.WITHDRAWN:
        return Refused(why=Why.GONE)
    return Refused(why=Why.TOO_LATE if submission.state in UNDECIDED else Why.ALREADY_DONE)
