"""Work of people without Telegram: whoever sent it says whose it is, and what that came back it corrects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import MembershipId, PersonId, SubmissionId
from mentoring.notices import AT_THE_BOTTOM, FIRST
from mentoring.notices.on_paper import CorrectionForQuestion, FiledFor
from mentoring.people import Membership, Person
from mentoring.permissions import authorise
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.submissions import TO_CORRECT, State, Submission
from mentoring.use_cases import labelling
from mentoring.use_cases.handing_in import correctable
from mentoring.use_cases.on_paper import is_on_paper
from mentoring.use_cases.submission_cards import route, story_of
from mentoring.use_cases.submission_sheets import shown
from mentoring.use_cases.versions import corrected

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class FileFor:
    """The draft is of this person, who has no Telegram."""

    by: Acting
    draft_id: SubmissionId
    membership_id: MembershipId


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectFor:
    """Which of this person's submissions the draft corrects; None when it is something new."""

    by: Acting
    draft_id: SubmissionId
    membership_id: MembershipId
    of: SubmissionId | None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Filing:
    by: Acting
    filer: Person
    draft: Submission
    place: Membership
    person_id: PersonId


def file_for(record: Record, command: FileFor, now: datetime) -> None:
    """Handed in at once: whoever files has looked at it. Asked first only where work of theirs came back."""
    filing = _allowed(record, command)
    _stop_listening(record, command.by, now)
    theirs = replace(filing.draft, mentee_id=filing.person_id, group_id=filing.place.group_id)
    may_correct = correctable(record, theirs)
    if not may_correct:
        return _hand_in(record, filing, now)
    [sent] = record.submissions.moves(filing.draft.id)
    question = CorrectionForQuestion(
        submission_id=filing.draft.id,
        membership_id=filing.place.id,
        name=filing.place.name,
        files=tuple(shown(file) for file in sent.files),
        open=may_correct,
    )
    return notices.answer(record, command.by, filing.filer, question)


def correct_for(record: Record, command: CorrectFor, now: datetime) -> None:
    filing = _allowed(record, command)
    if command.of is None:
        _stop_listening(record, command.by, now)
        return _hand_in(record, filing, now)
    target = record.submissions.by_id(command.of)
    if target is None or (target.mentee_id, target.group_id) != (filing.person_id, filing.place.group_id):
        raise Refusal(Why.NOT_ALLOWED)
    if target.state not in TO_CORRECT:
        raise Refusal(Why.ALREADY_DONE)
    _stop_listening(record, command.by, now)
    after = corrected(record, target, now)
    record.submissions.hand_to(filing.draft, after)
    return _tell(record, filing, after, now)


def _allowed(record: Record, command: FileFor | CorrectFor) -> _Filing:
    """Raises Refusal unless the person is on paper in a group that the actor leads, and the draft the actor's own."""
    place = record.memberships.by_id(command.membership_id)
    if place is None or place.person_id is None:
        authorise(record, command.by, Act.FILE_FOR)
        raise Refusal(Why.GONE)
    filer = authorise(record, command.by, Act.FILE_FOR, group_id=place.group_id).known()
    draft = record.submissions.by_id(command.draft_id)
    if draft is None or not is_on_paper(record, place):
        raise Refusal(Why.GONE)
    if draft.mentee_id != filer.id:
        raise Refusal(Why.FOR_SOMEBODY_ELSE if draft.is_draft else Why.ALREADY_DONE)
    if draft.state is not State.NEEDS_GROUP:
        raise Refusal(Why.ALREADY_DONE)
    return _Filing(by=command.by, filer=filer, draft=draft, place=place, person_id=place.person_id)


def _hand_in(record: Record, filing: _Filing, now: datetime) -> None:
    after = replace(
        filing.draft,
        mentee_id=filing.person_id,
        group_id=filing.place.group_id,
        state=State.WAITING,
        number=record.submissions.next_number(),
        since=now,
        sent_at=now,
    )
    if not record.submissions.change(filing.draft, after):
        raise Refusal(Why.ALREADY_DONE)
    [sent] = record.submissions.moves(after.id)
    _tell(record, filing, labelling.label_by_papers(record, after, sent.files, now), now)


def _tell(record: Record, filing: _Filing, after: Submission, now: datetime) -> None:
    story = story_of(record, after)
    is_first = after.version == 1
    filed = FiledFor(
        submission_id=filing.draft.id,
        number=after.number or 0,
        name=filing.place.name,
        group=story.circle.group,
        corrected=not is_first,
    )
    notices.answer(record, filing.by, filing.filer, filed)
    route(record, story, now, FIRST if is_first else AT_THE_BOTTOM)


def _stop_listening(record: Record, by: Acting, now: datetime) -> None:
    waiting = record.prompts.of(by.telegram_id, now)
    if waiting is not None and waiting.asking is Asking.DRAFT:
        record.prompts.close(by.telegram_id)
