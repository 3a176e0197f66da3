"""From a file that has come to a submission with the mentor, by way of what has to be asked first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting, ChatKind
from mentoring.doubts import Doubts, next_question
from mentoring.files import is_photograph
from mentoring.ids import GroupId
from mentoring.notices import AT_THE_BOTTOM, FIRST, Address, Delivery, Notice
from mentoring.notices.sending import (
    Correctable,
    CorrectionQuestion,
    GroupChoice,
    GroupQuestion,
    HandedOver,
    HandOverQuestion,
    PaperChoice,
    RepeatedQuestion,
)
from mentoring.people import Person, Reachability
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.submissions import Concerning, Move, MoveKind, NewMove, State, Submission
from mentoring.use_cases import filed_cards, labelling, labels, scan_cards, scan_pages
from mentoring.use_cases.submission_cards import Story, answer_mentee, mentee_card, route, story_of
from mentoring.use_cases.submission_sheets import shown
from mentoring.use_cases.versions import corrected

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.files import Attachment, Received
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Sender:
    """A mentee with the groups they may send to, or whoever files for `people` without Telegram, or `leads` a group.

    `by` is None when nobody acts: an album has become complete.
    """

    person: Person
    groups: tuple[GroupId, ...]
    by: Acting | None
    people: tuple[PaperChoice, ...] = ()
    leads: bool = False

    @property
    def only_group(self) -> GroupId | None:
        """None where it has to be asked for which group, or for whom, or whether it is only to be filed."""
        return self.groups[0] if len(self.groups) == 1 and not self.people and not self.leads else None

    @property
    def only_files(self) -> bool:
        """Nobody waits for work of theirs."""
        return self.leads and not self.groups and not self.people

    @property
    def in_group(self) -> bool:
        return self.by is not None and self.by.chat_kind is not ChatKind.PRIVATE


def take(record: Record, sender: Sender, file: Received, now: datetime) -> None:
    """One file that came in private."""
    group_id = sender.only_group
    concerning = record.submissions.concerning(sender.person.id, [file.unique_id])
    photographed = is_photograph(file)
    doubts = _doubts(sender, concerning, group_id, posted_in_group=False, photographed=photographed)
    state = next_question(State.COLLECTING, doubts)
    submission, move = begin(record, sender, file, state=state, group_id=group_id, now=now)
    if state is State.SCANNING:
        _show_pages(record, sender, submission, move, now)
    elif state is State.WAITING:
        _deliver(record, sender, _first_story(record, submission, move, now), now)
    else:
        _ask(record, sender, submission, move, concerning)


def begin(
    record: Record, sender: Sender, file: Received, *, state: State, group_id: GroupId | None, now: datetime
) -> tuple[Submission, Move]:
    """Stored before anything is asked. What was posted in a group isn't copied before its sender agrees."""
    person = sender.person
    submission = record.submissions.add(mentee_id=person.id, group_id=group_id, state=state, now=now)
    move_id = record.submissions.log(submission, NewMove(kind=MoveKind.SEND, person_id=person.id), now)
    stored = record.attachments.add(move_id, file, now, fetch=not sender.in_group)
    move = Move(
        id=move_id,
        submission_id=submission.id,
        version=1,
        kind=MoveKind.SEND,
        person_id=person.id,
        at=now,
        text="",
        files=(stored,),
    )
    return submission, move


def advance(record: Record, sender: Sender, draft: Submission, now: datetime) -> None:
    """The draft's question is answered, or its album complete: ask the next one, or hand it in."""
    [move] = record.submissions.moves(draft.id)
    concerning = record.submissions.concerning(sender.person.id, [file.unique_id for file in move.files])
    posted = any(file.chat_id < 0 for file in move.files)
    photographed = scan_pages.are_photographs(move.files)
    doubts = _doubts(sender, concerning, draft.group_id, posted_in_group=posted, photographed=photographed)
    state = State.WAITING if sender.in_group else next_question(draft.state, doubts)
    after = replace(draft, state=state, since=now)
    if state is State.WAITING:
        after = replace(after, number=record.submissions.next_number(), sent_at=now)
    if not record.submissions.change(draft, after):
        raise Refusal(Why.ALREADY_DONE)
    if state is State.WAITING:
        if sender.in_group and photographed:
            scan_pages.follow(record, move, now)
        _deliver(record, sender, _first_story(record, after, move, now), now)
    elif state is State.SCANNING:
        _show_pages(record, sender, after, move, now)
    else:
        _ask(record, sender, after, move, concerning)


def _show_pages(record: Record, sender: Sender, draft: Submission, move: Move, now: datetime) -> None:
    """Below the question that may have come before them, whose message cannot show a picture."""
    held = scan_cards.begin(record, sender.person, draft, move, now)
    scan_cards.show(record, None, sender.person, held, now)


def ask_again(record: Record, sender: Sender, draft: Submission) -> None:
    """Shows the draft's open question; pages below, since not every message can show a picture."""
    if draft.state is State.SCANNING:
        return scan_cards.show(record, None, sender.person, draft, draft.since)
    [move] = record.submissions.moves(draft.id)
    concerning = record.submissions.concerning(sender.person.id, [file.unique_id for file in move.files])
    return _ask(record, sender, draft, move, concerning)


def correct(record: Record, sender: Sender, draft: Submission, target: Submission, now: datetime) -> None:
    """The draft becomes the next version of what came back."""
    after = corrected(record, target, now)
    record.submissions.hand_to(draft, after)
    _deliver(record, sender, story_of(record, after), now)


def correctable(record: Record, draft: Submission) -> tuple[Correctable, ...]:
    """What the draft may be the corrected version of."""
    return _correctable(record.submissions.concerning(draft.mentee_id, [""]), draft.group_id)


def _doubts(
    sender: Sender, concerning: Concerning, group_id: GroupId | None, *, posted_in_group: bool, photographed: bool
) -> Doubts:
    return Doubts(
        posted_in_group=posted_in_group,
        photographed=photographed,
        several_groups=group_id is None,
        sent_before=concerning.repeated is not None,
        may_correct=bool(_correctable(concerning, group_id)),
    )


def _correctable(concerning: Concerning, group_id: GroupId | None) -> tuple[Correctable, ...]:
    theirs = (one for one in concerning.to_correct if group_id in (None, one.group_id))
    return tuple(Correctable(submission_id=one.id, number=one.number or 0) for one in theirs)


def _first_story(record: Record, submission: Submission, move: Move, now: datetime) -> Story:
    group_id, file_names = submission.group_id, [file.name for file in move.files]
    if group_id is None:
        raise LookupError("handed in without a group")
    submission = labelling.label_by_papers(record, submission, move.files, now)
    if not submission.slot_id:
        submission = labelling.label_by_name(record, submission, file_names, now) or submission
    return Story(
        submission=submission,
        circle=record.submissions.circle(group_id),
        moves=(move,),
        label=labels.side_of(record, submission, [move]),
        scan=scan_pages.scan_of(record, move),
        filing=filed_cards.side_of(record, submission),
    )


def _deliver(record: Record, sender: Sender, story: Story, now: datetime) -> None:
    """A receipt where the sender acted, and the work to the mentors."""
    if sender.in_group and sender.by is not None:
        handed_over = HandedOver(number=story.submission.number or 0, asked=sender.person.name)
        notices.answer(record, sender.by, sender.person, handed_over)
    elif sender.by is None or sender.by.pressed is None:
        notices.tell(record, sender.person, mentee_card(record, story, now), _placement(story))
    else:
        answer_mentee(record, sender.by, sender.person, story, now)
    route(record, story, now, _placement(story))


def _placement(story: Story) -> Delivery:
    return FIRST if story.submission.version == 1 else AT_THE_BOTTOM


def _ask(record: Record, sender: Sender, draft: Submission, move: Move, concerning: Concerning) -> None:
    question = _question(record, sender, draft, move.files, concerning)
    if sender.by is not None and not sender.in_group:
        notices.answer(record, sender.by, sender.person, question)
    elif not notices.tell(record, sender.person, question, AT_THE_BOTTOM):
        return _ask_in_group(record, sender, question, move.files[0])
    return _listen_for_yes_or_no(record, sender, draft, move.at)


def _listen_for_yes_or_no(record: Record, sender: Sender, draft: Submission, now: datetime) -> None:
    """Unless the bot already waits for something else from them."""
    telegram_id = sender.person.telegram_id
    if telegram_id is None or not sender.groups:
        return
    waiting = record.prompts.of(telegram_id, now)
    if waiting is None or waiting.asking is Asking.DRAFT:
        prompt = Prompt(telegram_id=telegram_id, asking=Asking.DRAFT, draft={"draft": draft.id}, expires_at=now + VALID)
        record.prompts.ask(prompt)


def _ask_in_group(record: Record, sender: Sender, question: Notice, file: Attachment) -> None:
    """Of what came in private nobody else hears, nor an account that was theirs: it waits until they are back."""
    if file.chat_id > 0:
        return
    person = sender.person
    address = Address(chat_id=file.chat_id, language=person.language, zone=person.zone)
    record.notices.tell(address, question, Delivery(reply_to=file.message_id))


def _question(
    record: Record, sender: Sender, draft: Submission, attachments: tuple[Attachment, ...], concerning: Concerning
) -> Notice:
    of, files = draft.id, tuple(shown(file) for file in attachments)
    match draft.state:
        case State.OFFERED if draft.group_id is not None:
            unreachable = sender.person.reachability is not Reachability.OK
            asked = sender.person.name if unreachable else None
            group = record.groups.by_id(draft.group_id).name
            return HandOverQuestion(submission_id=of, files=files, group=group, asked=asked)
        case State.NEEDS_GROUP:
            choices = (record.groups.by_id(group_id) for group_id in sender.groups)
            groups = tuple(GroupChoice(group_id=one.id, name=one.name) for one in choices)
            return GroupQuestion(
                submission_id=of, files=files, groups=groups, people=sender.people, may_file=sender.leads
            )
        case State.MAYBE_REPEATED if concerning.repeated is not None:
            earlier = concerning.repeated
            return RepeatedQuestion(submission_id=of, files=files, number=earlier.number or 0, sent_at=earlier.sent_at)
        case _:
            return CorrectionQuestion(submission_id=of, files=files, open=_correctable(concerning, draft.group_id))
