"""Words about a submission that were edited after they were sent: whoever has read them sees them as they are now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import names
from mentoring.acting import Acting
from mentoring.notices import PLAIN
from mentoring.permissions import Act, authorise
from mentoring.use_cases import submission_prompts as prompts
from mentoring.use_cases.submission_cards import story_of, tell_mentee, tell_mentors

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class EditWords:
    by: Acting
    text: str
    message_id: int


def edit_words(record: Record, command: EditWords, now: datetime) -> None:
    """Silent where the message was no remark: nothing that was done because of other words is done again."""
    person = authorise(record, command.by, Act.ANSWER).person
    if person is None or not names.cleaned_words(command.text):
        return
    if not prompts.reword_held(record, person, command.message_id, command.text, now):
        _reword_said(record, command, person, now)


def _reword_said(record: Record, command: EditWords, person: Person, now: datetime) -> None:
    said = record.submissions.said_in(person.id, command.message_id)
    if said is None:
        return
    submission = record.submissions.of_move(said.id)
    authorise(record, command.by, Act.REMARK, group_id=submission.group_id)
    record.submissions.reword(said.id, command.text)
    story = story_of(record, submission)
    tell_mentee(record, story, now, PLAIN)
    tell_mentors(record, story, now, PLAIN)
