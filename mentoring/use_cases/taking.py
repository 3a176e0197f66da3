"""Of several mentors, the first who opens a submission has it; another can take it over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import SubmissionId
from mentoring.notices import PLAIN
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.submissions import TO_CORRECT, UNDECIDED
from mentoring.use_cases.submission_cards import answer_mentor, story_of, tell_mentee, tell_mentors

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.submissions import Submission


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeSubmission:
    by: Acting
    submission_id: SubmissionId


def take(record: Record, command: TakeSubmission, now: datetime) -> None:
    """Also from another mentor."""
    submission = record.submissions.by_id(command.submission_id)
    if submission is None or submission.is_draft:
        authorise(record, command.by, Act.REVIEW)
        raise Refusal(Why.GONE)
    mentor = authorise(record, command.by, Act.REVIEW, group_id=submission.group_id).known()
    if submission.state not in UNDECIDED | TO_CORRECT:
        raise Refusal(Why.ALREADY_DONE)
    taken = _taken(record, submission, mentor)
    story = story_of(record, taken)
    answer_mentor(record, command.by, mentor, story, now)
    tell_mentors(record, story, now, PLAIN, but=mentor)
    tell_mentee(record, story, now, PLAIN)


def take_first(record: Record, submission: Submission, mentor: Person, now: datetime) -> Submission:
    """Whoever opens what nobody has yet; the others see it on their cards."""
    if submission.group_id is None or submission.state not in UNDECIDED:
        return submission
    circle = record.submissions.circle(submission.group_id)
    is_one_of_several = len(circle.mentors) > 1 and any(one.id == mentor.id for one in circle.mentors)
    if not is_one_of_several or circle.taker(submission.taken_by) is not None:
        return submission
    taken = _taken(record, submission, mentor)
    tell_mentors(record, story_of(record, taken), now, PLAIN, but=mentor)
    return taken


def is_anothers(record: Record, submission: Submission, person: Person) -> bool:
    """Whether another mentor has taken it."""
    if submission.taken_by in {None, person.id} or submission.group_id is None:
        return False
    return record.submissions.circle(submission.group_id).has_other(submission.taken_by, person.id)


def _taken(record: Record, submission: Submission, mentor: Person) -> Submission:
    record.submissions.take(submission.id, mentor.id)
    return replace(submission, taken_by=mentor.id)
