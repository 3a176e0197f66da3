"""A note for the successor, by the mentor who was replaced or by a manager."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.happenings import HappeningKind
from mentoring.ids import GroupId
from mentoring.notices.handing_over import AskHandoverNote, HandoverNoteKept
from mentoring.permissions import authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import handing_over, open_questions
from mentoring.use_cases.menu import beside_cards

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.happenings import Happening
    from mentoring.people import Person
    from mentoring.ports import Record

LONGEST = 2000
#: Whoever was replaced may write it for this long.
OPEN_FOR = timedelta(days=30)


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteNote:
    by: Acting
    group_id: GroupId


def write_note(record: Record, command: WriteNote, now: datetime) -> None:
    person, replaced = _allowed(record, command, now)
    open_questions.give_up(record, person, now)
    draft = {"group_id": command.group_id}
    record.prompts.ask(
        Prompt(telegram_id=command.by.telegram_id, asking=Asking.HANDOVER_NOTE, draft=draft, expires_at=now + VALID)
    )
    _ask(record, beside_cards(record, command.by), person, command.group_id, replaced)


def note_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    command = WriteNote(by=by, group_id=GroupId(prompt.number("group_id")))
    person, replaced = _allowed(record, command, now)
    if not names.cleaned_words(text):
        return _ask(record, by, person, command.group_id, replaced)
    record.prompts.close(by.telegram_id)
    group = record.groups.by_id(command.group_id)
    words = text.strip()[:LONGEST]
    record.happenings.add(
        HappeningKind.HANDOVER_NOTE,
        now=now,
        group_id=group.id,
        person_id=replaced.person_id,
        by_id=person.id,
        text=words,
    )
    if replaced.other_id is not None:
        handing_over.tell_note(record, group, person, record.people.by_id(replaced.other_id), words)
    kept = HandoverNoteKept(group_name=group.name, passed_on=replaced.other_id is not None)
    return notices.answer(record, by, person, kept)


def _ask(record: Record, by: Acting, person: Person, group_id: GroupId, replaced: Happening) -> None:
    successor = record.people.by_id(replaced.other_id).name if replaced.other_id is not None else ""
    question = AskHandoverNote(group_name=record.groups.by_id(group_id).name, successor=successor)
    notices.answer(record, by, person, question)


def _allowed(record: Record, command: WriteNote, now: datetime) -> tuple[Person, Happening]:
    """Raises Refusal unless they were just replaced in that group, or manage it."""
    person = authorise(record, command.by, Act.HAND_OVER).known()
    told = [one for one in record.happenings.of_group(command.group_id) if one.kind is HappeningKind.REPLACED]
    is_theirs = any(one.person_id == person.id and now - one.at <= OPEN_FOR for one in told)
    if not is_theirs and not record.managers.manages(person.id, group_id=command.group_id):
        raise Refusal(Why.NOT_ALLOWED)
    if not told:
        raise Refusal(Why.GONE)
    return person, told[-1]
