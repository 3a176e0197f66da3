"""Help, and a way to a human: words passed on through the bot, between people who belong together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import PersonId
from mentoring.next_steps import next_step
from mentoring.notices.absences import AutomaticWord
from mentoring.notices.common import AskForWords, Contact, Help, HelpMore, OwnPeople, WordsFrom, WordsPassedOn
from mentoring.people import MembershipState, Role
from mentoring.permissions import authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import open_questions, standing_in
from mentoring.use_cases.menu import beside_cards
from mentoring.working_hours import answering_hours

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from mentoring.groups import Group, Programme
    from mentoring.ids import GroupId
    from mentoring.people import Membership, Person
    from mentoring.ports import Record
    from mentoring.working_hours import AnsweringHours

LONGEST = 3000


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenHelp:
    by: Acting


def open_help(record: Record, command: OpenHelp, now: datetime) -> None:
    """What to do now, and the way to a human."""
    actor = authorise(record, command.by, Act.OPEN_HELP)
    person = actor.person
    facts = Help(
        standings=tuple(sorted(actor.standings)),
        has_people=person is not None and bool(contacts(record, person.id)),
        step=next_step(record, person, now) if person else None,
    )
    notices.answer(record, beside_cards(record, command.by), person, facts)


def open_more_help(record: Record, command: OpenHelp, now: datetime) -> None:
    actor = authorise(record, command.by, Act.OPEN_HELP)
    if actor.person is None:
        return open_help(record, command, now)
    facts = HelpMore(standings=tuple(sorted(actor.standings)))
    return notices.answer(record, beside_cards(record, command.by), actor.person, facts)


def open_people(record: Record, command: OpenHelp, now: datetime) -> None:
    """Who their people are, and how to write to one of them."""
    person = authorise(record, command.by, Act.TALK).known()
    people = tuple(contacts(record, person.id))
    shared = (_hours_of(record, person, one, now) for one in people)
    facts = OwnPeople(contacts=people, hours=next((one for one in shared if one is not None), None))
    notices.answer(record, beside_cards(record, command.by), person, facts)


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
    hours = _hours_of(record, person, other, now)
    notices.answer(record, command.by, person, AskForWords(name=other.name, hours=hours))


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    person = authorise(record, by, Act.TALK).known()
    other = _belonging(record, person, PersonId(prompt.number("person_id")))
    if not names.cleaned_words(text):
        hours = _hours_of(record, person, other, now)
        return notices.answer(record, by, person, AskForWords(name=other.name, hours=hours))
    record.prompts.close(by.telegram_id)
    words = WordsFrom(person_id=person.id, name=person.name, words=text[:LONGEST])
    reached = notices.tell(record, record.people.by_id(PersonId(other.person_id)), words)
    away = _automatic_word(record, other) if reached else None
    hours = _hours_of(record, person, other, now) if reached else None
    return notices.answer(record, by, person, away or WordsPassedOn(name=other.name, reached=reached, hours=hours))


def _hours_of(record: Record, person: Person, other: Contact, now: datetime) -> AnsweringHours | None:
    """Mentees answer when they like; managers and mentors in the hours of the programme that they share."""
    programme = _shared_programme(record, person, other) if other.role is not Role.MENTEE else None
    return None if programme is None else answering_hours(programme, record.rules.days_off, now)


def _shared_programme(record: Record, person: Person, other: Contact) -> Programme | None:
    for group_id, role in _places(record, person.id):
        if other in _around(record, group_id, role):
            return record.programmes.by_id(record.groups.by_id(group_id).programme_id)
    return next(iter(record.programmes.managed_by(person.id)), None)


def _automatic_word(record: Record, other: Contact) -> AutomaticWord | None:
    for absence in record.absences.current(PersonId(other.person_id)):
        deputy = standing_in.deputy_of(record, absence)
        return AutomaticWord(
            absent=other.name,
            last_day=absence.ends_at - timedelta(minutes=1),
            deputy=deputy.name if deputy else None,
            deputy_id=deputy.id if deputy else None,
        )
    return None


def contacts(record: Record, person_id: PersonId) -> Sequence[Contact]:
    """A mentee's mentors and managers, a mentor's mentees and managers, a manager's mentors; nobody twice."""
    found: dict[int, Contact] = {}
    for group_id, role in _places(record, person_id):
        for one in _around(record, group_id, role):
            found.setdefault(one.person_id, one)
    for one in _mentors_managed_by(record, person_id):
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


def _places(record: Record, person_id: PersonId) -> Iterator[tuple[GroupId, Role]]:
    """Their own, and those in which they stand in for a mentor."""
    yield from ((one.group_id, one.role) for one in _active(record.memberships.of_person(person_id)))
    for lent in record.absences.stood_in_by(person_id):
        if lent.group_id is not None:
            yield lent.group_id, Role.MENTOR


def _around(record: Record, group_id: GroupId, role: Role) -> Sequence[Contact]:
    group = record.groups.by_id(group_id)
    other_role = Role.MENTEE if role is Role.MENTOR else Role.MENTOR
    members = [
        Contact(person_id=one.person_id, name=one.name, role=one.role)
        for one in _active(record.memberships.of_group(group.id, other_role))
        if one.person_id is not None
    ]
    deputies = record.submissions.circle(group.id).away.values() if other_role is Role.MENTOR else ()
    lent = [Contact(person_id=one.id, name=one.name, role=Role.MENTOR) for one in deputies]
    return [*members, *lent, *_managers(record, group)]


def _mentors_managed_by(record: Record, person_id: PersonId) -> Iterator[Contact]:
    for programme in record.programmes.managed_by(person_id):
        for group in record.groups.of_programme(programme.id):
            for one in _active(record.memberships.of_group(group.id, Role.MENTOR)):
                if one.person_id is not None:
                    yield Contact(person_id=one.person_id, name=one.name, role=Role.MENTOR)


def _managers(record: Record, group: Group) -> Sequence[Contact]:
    """Also those who are away: whoever writes to them hears it."""
    people = [*record.managers.of_programme(group.programme_id), *record.managers.appointed(group.programme_id)]
    return [Contact(person_id=one.id, name=one.name, role=Role.MANAGER) for one in people]


def _active(memberships: Sequence[Membership]) -> Sequence[Membership]:
    return [one for one in memberships if one.state is MembershipState.ACTIVE]
