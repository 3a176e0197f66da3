"""Words that were edited after they were sent: whoever reads them sees them as they are now, except a sent diary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.notices import PLAIN
from mentoring.notices.diaries import DiaryIsOut, DiaryReader
from mentoring.permissions import authorise
from mentoring.use_cases import diary_keeping, interview_answers
from mentoring.use_cases import submission_prompts as prompts
from mentoring.use_cases.session_cards import gathering, seen
from mentoring.use_cases.submission_cards import story_of, tell_mentee, tell_mentors

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class EditWords:
    """`written_at` is when the message was sent first."""

    by: Acting
    text: str
    message_id: int
    written_at: datetime


def edit_words(record: Record, command: EditWords, now: datetime) -> None:
    """Silent for all other messages: nothing that was done because of their words is done again."""
    person = authorise(record, command.by, Act.ANSWER).person
    if person is None or not names.cleaned_words(command.text):
        return
    if prompts.reword_held(record, person, command.message_id, command.text, now):
        return
    for edited in (diary_keeping.words_edited, interview_answers.words_edited):
        if edited(record, command.by, command.text, command.message_id, now):
            return
    if not _reword_said(record, command, person, now):
        _diary_is_out(record, command, person)


def _reword_said(record: Record, command: EditWords, person: Person, now: datetime) -> bool:
    """False where nothing was said about a submission with this message."""
    said = record.submissions.said_in(person.id, command.message_id)
    if said is None:
        return False
    submission = record.submissions.of_move(said.id)
    authorise(record, command.by, Act.REMARK, group_id=submission.group_id)
    record.submissions.reword(said.id, command.text)
    story = story_of(record, submission)
    tell_mentee(record, story, now, PLAIN)
    tell_mentors(record, story, now, PLAIN)
    return True


def _diary_is_out(record: Record, command: EditWords, person: Person) -> None:
    """The mentors keep what they have read; whoever wants to say more can write to them."""
    session = record.diaries.written_at(person.id, command.written_at)
    if session is None:
        return
    authorise(record, command.by, Act.WRITE_DIARY, group_id=session.group_id)
    of = gathering(record, session)
    readers = tuple(DiaryReader(person_id=one.person.id, name=one.name) for one in of.mentors)
    notices.tell(record, person, DiaryIsOut(session=seen(session, of.group.name), mentors=readers))
