"""The mentee's answers to what is asked before a submission is handed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting, ChatKind
from mentoring.acts import Act
from mentoring.ids import GroupId, SubmissionId
from mentoring.notices.sending import NotSent
from mentoring.people import Role
from mentoring.permissions import Actor, authorise
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.submissions import TO_CORRECT, State, Submission
from mentoring.use_cases import home
from mentoring.use_cases.draft_senders import sender_in_private, sender_of
from mentoring.use_cases.handing_in import advance, ask_again, correct, correctable
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record
    from mentoring.prompts import Prompt


@dataclass(frozen=True, kw_only=True, slots=True)
class HandOverDraft:
    """Whether a file from the group chat goes to the mentor."""

    by: Acting
    draft_id: SubmissionId
    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseGroupOfDraft:
    by: Acting
    draft_id: SubmissionId
    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class SendDraftAgain:
    """Whether a file that was sent before is sent once more."""

    by: Acting
    draft_id: SubmissionId
    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class NameCorrected:
    """Which submission the draft corrects; None when it is something new."""

    by: Acting
    draft_id: SubmissionId
    of: SubmissionId | None


def hand_over(record: Record, command: HandOverDraft, now: datetime) -> None:
    actor, draft = own_draft(record, command.by, command.draft_id, State.OFFERED)
    _stop_listening(record, command.by, now)
    if not command.yes:
        return _drop(record, command.by, actor, draft)
    record.attachments.fetch_now(draft.id, now)
    return advance(record, sender_of(actor, command.by), draft, now)


def choose_group(record: Record, command: ChooseGroupOfDraft, now: datetime) -> None:
    actor, draft = own_draft(record, command.by, command.draft_id, State.NEEDS_GROUP)
    if command.group_id not in actor.groups_as(Role.MENTEE):
        raise Refusal(Why.NOT_ALLOWED)
    _stop_listening(record, command.by, now)
    chosen = replace(draft, group_id=command.group_id)
    if not record.submissions.change(draft, chosen):
        raise Refusal(Why.ALREADY_DONE)
    advance(record, sender_of(actor, command.by), chosen, now)


def send_again(record: Record, command: SendDraftAgain, now: datetime) -> None:
    actor, draft = own_draft(record, command.by, command.draft_id, State.MAYBE_REPEATED)
    _stop_listening(record, command.by, now)
    if not command.yes:
        return _drop(record, command.by, actor, draft)
    return advance(record, sender_of(actor, command.by), draft, now)


def name_corrected(record: Record, command: NameCorrected, now: datetime) -> None:
    actor, draft = own_draft(record, command.by, command.draft_id, State.MAYBE_CORRECTION)
    if command.of is None:
        _stop_listening(record, command.by, now)
        return advance(record, sender_of(actor, command.by), draft, now)
    target = record.submissions.by_id(command.of)
    if target is None or target.mentee_id != draft.mentee_id or target.group_id != draft.group_id:
        raise Refusal(Why.NOT_ALLOWED)
    if target.state not in TO_CORRECT:
        raise Refusal(Why.ALREADY_DONE)
    _stop_listening(record, command.by, now)
    return correct(record, sender_of(actor, command.by), draft, target, now)


def question_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Yes or no, typed; anything else shows the question again."""
    actor = authorise(record, by, Act.SETTLE_SUBMISSION)
    draft = record.submissions.by_id(SubmissionId(prompt.number("draft")))
    if draft is None or draft.mentee_id != actor.known().id or not draft.is_draft:
        record.prompts.close(by.telegram_id)
        return home.open_home(record, home.OpenHome(by=by), now)
    match draft.state, understood(text):
        case State.OFFERED, bool(yes):
            return hand_over(record, HandOverDraft(by=by, draft_id=draft.id, yes=yes), now)
        case State.MAYBE_REPEATED, bool(yes):
            return send_again(record, SendDraftAgain(by=by, draft_id=draft.id, yes=yes), now)
        case State.MAYBE_CORRECTION, bool(yes) if not yes or len(correctable(record, draft)) == 1:
            of = correctable(record, draft)[0].submission_id if yes else None
            return name_corrected(record, NameCorrected(by=by, draft_id=draft.id, of=of), now)
        case _:
            return ask_again(record, sender_in_private(record, actor, by), draft)


def own_draft(record: Record, by: Acting, draft_id: SubmissionId, asked: State) -> tuple[Actor, Submission]:
    """Raises Refusal unless the draft is this person's and still stands at this question."""
    actor = authorise(record, by, Act.SETTLE_SUBMISSION)
    draft = record.submissions.by_id(draft_id)
    if draft is None:
        raise Refusal(Why.GONE)
    if draft.mentee_id != actor.known().id:
        raise Refusal(Why.FOR_SOMEBODY_ELSE)
    if draft.group_id is not None and draft.group_id not in actor.groups_as(Role.MENTEE):
        raise Refusal(Why.NOT_ALLOWED)
    if draft.state is not asked:
        raise Refusal(Why.ALREADY_DONE)
    return actor, draft


def _drop(record: Record, by: Acting, actor: Actor, draft: Submission) -> None:
    record.submissions.drop(draft)
    notices.answer(record, by, actor.person, NotSent(in_group=by.chat_kind is not ChatKind.PRIVATE))


def _stop_listening(record: Record, by: Acting, now: datetime) -> None:
    waiting = record.prompts.of(by.telegram_id, now)
    if waiting is not None and waiting.asking is Asking.DRAFT:
        record.prompts.close(by.telegram_id)
