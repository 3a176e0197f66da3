"""A document that waits landed at the wrong group, person or session: whoever leads puts it where it belongs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.filings import FilingState
from mentoring.ids import GroupId, PersonId, SlotId, SubmissionId
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.elsewhere import AskPlace, NotYours, PlaceLine, WithAnotherGroup
from mentoring.people import MembershipState, Reachability, Role
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.slots import SETTLED, SlotState
from mentoring.submissions import NO_SLOT, Submission
from mentoring.use_cases import labelling
from mentoring.use_cases.labels import slots_for
from mentoring.use_cases.paging import paged
from mentoring.use_cases.slot_cards import shelf
from mentoring.use_cases.submission_cards import answer_mentor, route, story_of, tell_mentee, tell_mentors
from mentoring.use_cases.upload_questions import led_groups

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.people import Membership, Person
    from mentoring.ports import Record
    from mentoring.slots import Slot
    from mentoring.use_cases.submission_cards import Story

_TAKES_PART = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED})


@dataclass(frozen=True, kw_only=True, slots=True)
class WhereTo:
    """The answers so far: None where there is none yet. `groups` asks for the group."""

    by: Acting
    submission_id: SubmissionId
    group_id: GroupId | None = None
    person_id: PersonId | None = None
    page: int = 0
    groups: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Put:
    """`slot_id` is NO_SLOT for something that belongs to no document of the kit."""

    by: Acting
    submission_id: SubmissionId
    group_id: GroupId
    person_id: PersonId
    slot_id: SlotId


def ask(record: Record, command: WhereTo, now: datetime) -> None:
    leader, submission, led = _movable(record, command.by, command.submission_id)
    group_id = command.group_id or submission.group_id
    if group_id not in led or group_id is None:
        raise Refusal(Why.NOT_ALLOWED)
    question = _question(record, submission, group_id, several=len(led) > 1)
    if command.groups:
        question = _with_groups(record, question, led, submission, command.page)
    elif command.person_id is None:
        question = _with_people(record, question, group_id, submission, command.page)
    else:
        there = _placed(record, submission, leader, group_id, command.person_id)
        question = _with_slots(record, question, there, command.page, now)
    notices.answer(record, command.by, leader, question)


def put(record: Record, command: Put, now: datetime) -> None:
    """What it was taken for before is open again, for whoever owes it."""
    leader, submission, led = _movable(record, command.by, command.submission_id)
    if command.group_id not in led:
        raise Refusal(Why.NOT_ALLOWED)
    there = _placed(record, submission, leader, command.group_id, command.person_id)
    slot = record.slots.by_id(command.slot_id) if command.slot_id != NO_SLOT else None
    if command.slot_id != NO_SLOT and slot not in slots_for(record, there):
        raise Refusal(Why.GONE)
    before = story_of(record, submission)
    after = _moved(record, submission, there, slot, now)
    _tell(record, command.by, leader, before, story_of(record, after), now=now)


def _movable(record: Record, by: Acting, submission_id: SubmissionId) -> tuple[Person, Submission, Sequence[GroupId]]:
    """With the groups that they lead. Raises Refusal for what is decided, filed, or their own."""
    submission = record.submissions.by_id(submission_id)
    if submission is None or submission.is_draft or submission.group_id is None:
        authorise(record, by, Act.FILE)
        raise Refusal(Why.GONE)
    leader = authorise(record, by, Act.FILE, group_id=submission.group_id).known()
    if submission.mentee_id == leader.id:
        raise Refusal(Why.NOT_ALLOWED)
    filed = (one for one in record.filings.of_submission(submission.id) if one.state is FilingState.FILED)
    if any(filed) or not submission.can_be_labelled:
        raise Refusal(Why.ALREADY_DONE)
    return leader, submission, led_groups(record, leader)


def _placed(
    record: Record, submission: Submission, leader: Person, group_id: GroupId, person_id: PersonId
) -> Submission:
    """As if it were theirs, and of no document yet. Nobody gives anything to themselves."""
    if person_id == leader.id or all(one.person_id != person_id for one in _mentees(record, group_id)):
        raise Refusal(Why.NOT_ALLOWED)
    taken_by = submission.taken_by if group_id == submission.group_id else None
    return replace(submission, group_id=group_id, mentee_id=person_id, taken_by=taken_by)


def _mentees(record: Record, group_id: GroupId) -> Sequence[Membership]:
    there = record.memberships.of_group(group_id, Role.MENTEE)
    return [one for one in there if one.person_id is not None and one.state in _TAKES_PART]


def _question(record: Record, submission: Submission, group_id: GroupId, *, several: bool) -> AskPlace:
    return AskPlace(
        submission_id=submission.id,
        version=submission.version,
        number=submission.number or 0,
        mentee=story_of(record, submission).circle.names.get(submission.mentee_id, ""),
        group=record.groups.by_id(group_id).name,
        group_id=group_id,
        groups=several,
    )


def _with_groups(
    record: Record, question: AskPlace, led: Sequence[GroupId], submission: Submission, page: int
) -> AskPlace:
    lines = [PlaceLine(number=one, name=record.groups.by_id(one).name, now=one == submission.group_id) for one in led]
    shown, more = paged(lines, page)
    return replace(question, group_id=None, lines=shown, page=page, more=more, groups=False)


def _with_people(record: Record, question: AskPlace, group_id: GroupId, submission: Submission, page: int) -> AskPlace:
    now = submission.mentee_id if group_id == submission.group_id else None
    people = _mentees(record, group_id)
    lines = [PlaceLine(number=one.person_id or 0, name=one.name, now=one.person_id == now) for one in people]
    shown, more = paged(lines, page)
    return replace(question, lines=shown, page=page, more=more)


def _with_slots(record: Record, question: AskPlace, there: Submission, page: int, now: datetime) -> AskPlace:
    """The one that it is taken for is among them; of what nobody waits for there is none."""
    if there.group_id is None:
        raise Refusal(Why.GONE)
    on = shelf(record, record.groups.by_id(there.group_id), now)
    open_ones = [one for one in slots_for(record, there) if one.state not in SETTLED | {SlotState.ACCEPTED}]
    shown, more = paged(open_ones, page)
    slots = tuple(on.seen(one, by_name=False) for one in shown)
    mentee = on.names.get(there.mentee_id, "")
    return replace(question, mentee=mentee, person_id=there.mentee_id, slots=slots, page=page, more=more)


def _moved(record: Record, before: Submission, there: Submission, slot: Slot | None, now: datetime) -> Submission:
    """First away from where it was, so that a signature on it is no longer its sender's."""
    loose = labelling.set_label(record, before, None, now)
    labelling.follow(record, loose, now)
    moved = replace(there, slot_id=NO_SLOT)
    if not record.submissions.change(loose, moved):
        raise Refusal(Why.ALREADY_DONE)
    return labelling.set_label(record, moved, slot, now)


def _tell(record: Record, by: Acting, leader: Person, before: Story, after: Story, *, now: datetime) -> None:
    """Each hears what concerns them: nobody learns whose it is who is not in its group."""
    was, now_at = before.submission, after.submission
    answer_mentor(record, by, leader, after, now)
    if was.mentee_id == now_at.mentee_id:
        tell_mentee(record, after, now, PLAIN)
    else:
        _tell_sender(record, was)
        tell_mentee(record, after, now)
    if was.group_id == now_at.group_id:
        return tell_mentors(record, after, now, PLAIN, but=leader)
    gone = WithAnotherGroup(
        submission_id=was.id,
        version=was.version,
        number=was.number or 0,
        mentee=before.circle.names.get(was.mentee_id, ""),
    )
    staying = {leader.id, *(one.id for one in after.circle.mentors)}
    for mentor in before.circle.mentors:
        if mentor.id not in staying:
            notices.tell(record, mentor, gone, PLAIN)
    return route(record, after, now, AT_THE_BOTTOM)


def _tell_sender(record: Record, was: Submission) -> None:
    sender = record.people.by_id(was.mentee_id)
    if sender.reachability is not Reachability.ON_PAPER:
        notices.tell(record, sender, NotYours(submission_id=was.id, number=was.number or 0), AT_THE_BOTTOM)
