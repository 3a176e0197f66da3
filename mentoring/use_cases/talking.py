"""Help, and a way to a human: words passed on through the bot, between people who belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.ids import PersonId
from mentoring.notices.common import AskForWords, Contact, Help, WordsFrom, WordsPassedOn
from mentoring.people import MembershipState, Role
from mentoring.permissions import Act, authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import open_questions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from mentoring.ports import Record

LONGEST = 3000


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenHelp:
    by: Acting


def open_help(record: Record, command: OpenHelp, now: datetime) -> None:
    actor = authorise(record, command.by, Act.OPEN_HELP)
    people = contacts(record, actor.person.id) if actor.person else ()
    facts = Help(standings=tuple(sorted(actor.standings)), contacts=tuple(people))
    notices.answer(record, command.by, actor.person, facts)


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkTo:
    by: Acting
    person_id: PersonId


def talk_to(record: Record, command: TalkTo, now: datetime) -> None:
    person = authorise(record, command.by, Act.TALK).known()
    other = _belonging(record, person, command.person_id)
    open_questions.give_up(record, person, now)
    draft = {"person_id": other.person_id}
    record.prompts.ask(
        Prompt(telegram_id=command.by.telegram_id, asking=Asking.WORDS_FOR, draft=draft, expires_at=now + VALID)
    )
    notices.answer(record, command.by, person, AskForWords(name=other.name))


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    person = authorise(record, by, Act.TALK).known()
    other = _belonging(record, person, PersonId(prompt.number("person_id")))
    if not names.cleaned_words(text):
        return notices.answer(record, by, person, AskForWords(name=other.name))
    record.prompts.close(by.telegram_id)
    words = WordsFrom(person_id=person.id, name=person.name, words=text[:LONGEST])
    reached = notices.tell(record, record.people.by_id(PersonId(other.person_id)), words)
    return notices.answer(record, by, person, WordsPassedOn(name=other.name, reached=reached))


def contacts(record: Record, person_id: PersonId) -> Sequence[Contact]:
    """A mentee's mentors and managers, a mentor's mentees and managers; nobody twice, and of nobody none."""
    found: dict[int, Contact] = {}
    for mine in _active(record.memberships.of_person(person_id)):
        for one in _around(record, mine):
            found.setdefault(one.person_id, one)
    found.pop(person_id, None)
    return tuple(found.values())


def _belonging(record: Record, person: Person, person_id: PersonId) -> Contact:
    """Either may write who can be written to by the other: whoever was asked can answer."""
    for one in contacts(record, person.id):
        if one.person_id == person_id:
            return one
    if any(one.person_id == person.id for one in contacts(record, person_id)):
        return Contact(person_id=person_id, name=record.people.by_id(person_id).name, role=Role.MENTEE)
    raise Refusal(Why.NOT_ALLOWED)


def _around(record: Record, mine: Membership) -> Sequence[Contact]:
    group = record.groups.by_id(mine.group_id)
    other_role = Role.MENTEE if mine.role is Role.MENTOR else Role.MENTOR
    members = [
        Contact(person_id=one.person_id, name=one.name, role=one.role)
        for one in _active(record.memberships.of_group(group.id, other_role))
        if one.person_id is not None
    ]
    return [*members, *_managers(record, group)]


def _managers(record: Record, group: Group) -> Sequence[Contact]:
    people = record.managers.of_programme(group.programme_id)
    return [Contact(person_id=one.id, name=one.name, role=Role.MANAGER) for one in people]


def _active(memberships: Sequence[Membership]) -> Sequence[Membership]:
    return [one for one in memberships if one.state is MembershipState.ACTIVE]
