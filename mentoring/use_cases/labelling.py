"""Which document of the kit a submission is: said by its sender or mentor, or known by the bot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.filings import FilingState
from mentoring.guessing import guesses
from mentoring.ids import SlotId, SubmissionId
from mentoring.notices import PLAIN
from mentoring.permissions import Standing as As
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.slots import with_submission, without_submission
from mentoring.submissions import NO_SLOT, Submission
from mentoring.use_cases import signatures
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.labels import slots_for
from mentoring.use_cases.submission_cards import answer_mentee, answer_mentor, story_of, tell_mentee, tell_mentors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from mentoring.files import Attachment
    from mentoring.papers import Paper
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.slots import Slot


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """`slot_id` is NO_SLOT for something that belongs to no document of the kit."""

    by: Acting
    submission_id: SubmissionId
    slot_id: SlotId


@dataclass(frozen=True, kw_only=True, slots=True)
class AskLabel:
    """Another document than it was taken for."""

    by: Acting
    submission_id: SubmissionId


def label(record: Record, command: Label, now: datetime) -> None:
    submission, person, mentors = _may_label(record, command.by, command.submission_id)
    slot = record.slots.by_id(command.slot_id) if command.slot_id != NO_SLOT else None
    if command.slot_id != NO_SLOT and slot not in slots_for(record, submission):
        raise Refusal(Why.GONE)
    after = set_label(record, submission, slot, now)
    story = story_of(record, after)
    if mentors:
        answer_mentor(record, command.by, person, story, now)
        tell_mentee(record, story, now, PLAIN)
        tell_mentors(record, story, now, PLAIN, but=person)
    else:
        answer_mentee(record, command.by, person, story, now)
        tell_mentors(record, story, now, PLAIN)


def ask_label(record: Record, command: AskLabel, now: datetime) -> None:
    submission, person, mentors = _may_label(record, command.by, command.submission_id)
    story = replace(story_of(record, submission), asks_label=True)
    if mentors:
        answer_mentor(record, command.by, person, story, now)
    else:
        answer_mentee(record, command.by, person, story, now)


def _may_label(record: Record, by: Acting, submission_id: SubmissionId) -> tuple[Submission, Person, bool]:
    """Its mentee until it is accepted, its mentors until it is filed; and whether it is a mentor."""
    submission = record.submissions.by_id(submission_id)
    if submission is None or submission.is_draft or submission.group_id is None:
        authorise(record, by, Act.LABEL)
        raise Refusal(Why.GONE)
    actor = authorise(record, by, Act.LABEL, group_id=submission.group_id)
    person = actor.known()
    mentors = As.MENTOR in actor.standings and submission.mentee_id != person.id
    if not mentors and submission.mentee_id != person.id:
        raise Refusal(Why.NOT_ALLOWED)
    filed = (one for one in record.filings.of_submission(submission.id) if one.state is FilingState.FILED)
    if any(filed) or (not mentors and not submission.can_be_labelled):
        raise Refusal(Why.ALREADY_DONE)
    return submission, person, mentors


def set_label(record: Record, submission: Submission, slot: Slot | None, now: datetime) -> Submission:
    """The slot that it was taken for before is open again."""
    before = record.slots.by_id(submission.slot_id) if submission.slot_id else None
    after = replace(submission, slot_id=NO_SLOT if slot is None else slot.id)
    if not record.submissions.change(submission, after):
        raise Refusal(Why.ALREADY_DONE)
    if before is not None and (slot is None or before.id != slot.id):
        _leave(record, before, without_submission(before, submission.id, now), now)
    if slot is not None:
        follow(record, after, now)
    return after


def follow(record: Record, submission: Submission, now: datetime) -> None:
    """Its slot is as far as the submission is. What several people sign is as far as its signers are."""
    slot = record.slots.by_id(submission.slot_id) if submission.slot_id else None
    if signatures.follow_submission(record, submission, now) or slot is None or slot.key.person_id is None:
        return
    _leave(record, slot, with_submission(slot, submission, now), now)


def _leave(record: Record, before: Slot, after: Slot, now: datetime) -> None:
    """What nobody fills any more, a second file for it does that was beside it."""
    if before.submission_id is not None and after.submission_id is None:
        others = (one for one in record.submissions.open_in(before.key.group_id) if one.slot_id == before.id)
        second = next((one for one in others if one.id != before.submission_id), None)
        after = after if second is None else with_submission(after, second, now)
    if after != before:
        record.slots.change(before, after)


def follow_all(record: Record, changed: Iterable[SubmissionId], now: datetime) -> None:
    for submission_id in changed:
        submission = record.submissions.by_id(submission_id)
        if submission is not None:
            follow(record, submission, now)


def label_by_name(
    record: Record, submission: Submission, file_names: Sequence[str], now: datetime
) -> Submission | None:
    """None where the names of its files say nothing that is certain."""
    if submission.group_id is None:
        return None
    kit = kit_of_group(record, record.groups.by_id(submission.group_id))
    slots = slots_for(record, submission)
    sure = {guess.sure for name in file_names if (guess := guesses(kit, slots, name)).sure is not None}
    if len(sure) != 1:
        return None
    return set_label(record, submission, sure.pop(), now)


def label_by_papers(record: Record, submission: Submission, files: Sequence[Attachment], now: datetime) -> Submission:
    """By our papers that were seen in its files while it was still asked whose they are, or for which group."""
    seen = {record_id for look in record.inspections.of([file.id for file in files]) for record_id in look.record_ids}
    papers = [paper for one in seen if (paper := record.papers.by_record_id(one)) is not None]
    slot = slot_of(papers, submission, slots_for(record, submission)) if papers else None
    return submission if slot is None else set_label(record, submission, slot, now)


def slot_of(papers: Sequence[Paper], submission: Submission, slots: Sequence[Slot]) -> Slot | None:
    """None where they are not all of one document, or somebody else's."""
    slot_ids = {paper.slot_id for paper in papers}
    strangers = {paper.person_id for paper in papers} - {None, submission.mentee_id}
    if len(slot_ids) != 1 or strangers:
        return None
    return next((slot for slot in slots if slot.id in slot_ids), None)
