"""Finding submissions again: the mentor's inbox, the mentee's documents, one of them opened, and how to send."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import SubmissionId
from mentoring.notices.sending import HowToSendFiles
from mentoring.notices.submissions import AllWords, Documents, Inbox
from mentoring.people import Role
from mentoring.permissions import Actor, authorise
from mentoring.refusals import Refusal, Why
from mentoring.submissions import State, Submission
from mentoring.use_cases import on_paper, taking
from mentoring.use_cases.draft_senders import sender_of
from mentoring.use_cases.handing_in import ask_again
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.submission_cards import Story, mentee_card, review_card, show_files, story_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ids import GroupId
    from mentoring.people import Person
    from mentoring.ports import Record

#: Rows of a list, each with its button: more would not be read on a phone.
LONGEST_LIST = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """At the inbox, at one's documents, or at how to send."""

    by: Acting


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenOne:
    by: Acting
    submission_id: SubmissionId


def open_inbox(record: Record, command: Look, now: datetime) -> None:
    """A manager sees what waits in all of their groups."""
    actor = authorise(record, command.by, Act.OPEN_INBOX)
    lines = record.submissions.waiting(_watched(record, actor))
    shown = tuple(lines[:LONGEST_LIST])
    inbox = Inbox(lines=shown, more=len(lines) - len(shown))
    notices.answer(record, beside_cards(record, command.by), actor.person, inbox)


def open_my_documents(record: Record, command: Look, now: datetime) -> None:
    actor = authorise(record, command.by, Act.OPEN_MY_DOCUMENTS)
    lines = [line for line in record.submissions.of_mentee(actor.known().id) if line.state is not State.COLLECTING]
    shown = tuple(lines[:LONGEST_LIST])
    documents = Documents(lines=shown, more=len(lines) - len(shown))
    notices.answer(record, beside_cards(record, command.by), actor.person, documents)


def read_how_to_send(record: Record, command: Look, now: datetime) -> None:
    actor = authorise(record, command.by, Act.READ_HOW_TO_SEND)
    notices.answer(record, beside_cards(record, command.by), actor.person, HowToSendFiles())


def open_submission(record: Record, command: OpenOne, now: datetime) -> None:
    """Its card comes to the bottom, with the files for whoever reviews it."""
    actor, submission = _seen(record, command.by, command.submission_id)
    person = actor.known()
    if submission.is_draft:
        sender = replace(sender_of(actor, command.by), people=on_paper.choices(record, actor))
        return ask_again(record, sender, submission)
    story = story_of(record, submission)
    if person.id == submission.mentee_id:
        notices.tell(record, person, mentee_card(record, story, now))
    else:
        taken = story_of(record, taking.take_first(record, submission, person, now))
        show_files(record, person, taken)
        notices.tell(record, person, review_card(taken, now, person))
    return None


def read_all(record: Record, command: OpenOne, now: datetime) -> None:
    """The note and the last comment, whole."""
    actor, submission = _seen(record, command.by, command.submission_id)
    if submission.group_id is None:
        raise Refusal(Why.GONE)
    story = story_of(record, submission)
    if story.note:
        _tell_words(record, actor.known(), story, author=story.name(story.latest), text=story.note)
    if story.said is not None and story.said.words:
        _tell_words(record, actor.known(), story, author=story.name(story.said), text=story.said.words)


def _tell_words(record: Record, reader: Person, story: Story, *, author: str, text: str) -> None:
    words = AllWords(number=story.submission.number or 0, author=author, text=text)
    notices.tell(record, reader, words, notices.PLAIN)


def _seen(record: Record, by: Acting, submission_id: SubmissionId) -> tuple[Actor, Submission]:
    """Raises Refusal unless it is their own, or of a group that they mentor or manage."""
    submission = record.submissions.by_id(submission_id)
    if submission is None:
        authorise(record, by, Act.OPEN_SUBMISSION)
        raise Refusal(Why.GONE)
    actor = authorise(record, by, Act.OPEN_SUBMISSION, group_id=submission.group_id)
    is_own = actor.known().id == submission.mentee_id
    if not is_own and (submission.is_draft or not _reads_others(record, actor, submission.group_id)):
        raise Refusal(Why.NOT_ALLOWED)
    return actor, submission


def _reads_others(record: Record, actor: Actor, group_id: GroupId | None) -> bool:
    if group_id in actor.groups_as(Role.MENTOR):
        return True
    return record.managers.manages(actor.known().id, group_id=group_id)


def _watched(record: Record, actor: Actor) -> Sequence[GroupId]:
    managed = (
        group.id
        for programme in record.programmes.managed_by(actor.known().id)
        for group in record.groups.of_programme(programme.id)
    )
    return [*dict.fromkeys([*actor.groups_as(Role.MENTOR), *managed])]
