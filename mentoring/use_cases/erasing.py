"""A manager decides about a wish to be erased: because what proves that the programme took place may have to stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import former, names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.erasing import Because, is_wished
from mentoring.happenings import HappeningKind
from mentoring.ids import PersonId
from mentoring.notices import PLAIN
from mentoring.notices.erasing import AskWhyKept, ErasureDecided, NotErased
from mentoring.people import Reachability, Role
from mentoring.permissions import authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import farewells, leaving, open_questions, places
from mentoring.use_cases.wishes import deciders, wish

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record

LONGEST = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenWish:
    by: Acting
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideToErase:
    """`sure` False only asks once more."""

    by: Acting
    person_id: PersonId
    sure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AskReason:
    by: Acting
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideToKeep:
    by: Acting
    person_id: PersonId
    because: Because
    words: str = ""


def open_wish(record: Record, command: OpenWish, _: datetime) -> None:
    manager, person = _parties(record, command.by, command.person_id)
    record.prompts.close(command.by.telegram_id)
    notices.answer(record, command.by, manager, wish(record, person))


def decide_to_erase(record: Record, command: DecideToErase, now: datetime) -> None:
    manager, person = _parties(record, command.by, command.person_id)
    if leaving.only_manages(record, person):
        raise Refusal(Why.LAST_MANAGER)
    if not command.sure:
        return notices.answer(record, command.by, manager, wish(record, person, sure=True))
    evidence = record.erasing.extent(person.id).evidence
    others = [one for one in deciders(record, person) if one.id != manager.id]
    name = former.mark(_role(record, person), person.id)
    leaving.leave_everywhere(record, person, now)
    record.erasing.erase(person.id, name=name, now=now)
    record.happenings.add(HappeningKind.ERASED, now=now, person_id=person.id, by_id=manager.id)
    told = farewells.tell(record, person, by=manager.name, evidence=evidence, now=now)
    for membership in record.memberships.of_person(person.id):
        places.cards_follow(record, record.groups.by_id(membership.group_id), now)
    decided = ErasureDecided(
        person_id=person.id, name=name, by=manager.name, erased=True, told=told, on_paper=_is_on_paper(person)
    )
    return _tell_managers(record, command.by, manager, others, decided)


def ask_reason(record: Record, command: AskReason, now: datetime) -> None:
    manager, person = _parties(record, command.by, command.person_id)
    open_questions.give_up(record, manager, now)
    draft = {"person_id": person.id}
    asked = Prompt(
        telegram_id=command.by.telegram_id, asking=Asking.ERASURE_REASON, draft=draft, expires_at=now + VALID
    )
    record.prompts.ask(asked)
    notices.answer(record, command.by, manager, AskWhyKept(person_id=person.id, name=person.name))


def decide_to_keep(record: Record, command: DecideToKeep, now: datetime) -> None:
    if command.because is Because.OTHER and not command.words:
        raise Refusal(Why.NOT_UNDERSTOOD)
    by, because, words = command.by, command.because, command.words
    manager, person = _parties(record, by, command.person_id)
    record.prompts.close(by.telegram_id)
    reason = words or because.value
    record.happenings.add(HappeningKind.ERASURE_KEPT, now=now, person_id=person.id, by_id=manager.id, text=reason)
    reached = notices.tell(record, person, NotErased(by_id=manager.id, by=manager.name, because=because, words=words))
    decided = ErasureDecided(
        person_id=person.id,
        name=person.name,
        by=manager.name,
        erased=False,
        told=reached,
        on_paper=_is_on_paper(person),
        because=because,
        words=words,
    )
    others = [one for one in deciders(record, person) if one.id != manager.id]
    _tell_managers(record, by, manager, others, decided)


def reason_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    person_id = PersonId(prompt.number("person_id"))
    if not names.cleaned_words(text):
        return ask_reason(record, AskReason(by=by, person_id=person_id), now)
    words = text.strip()[:LONGEST]
    return decide_to_keep(record, DecideToKeep(by=by, person_id=person_id, because=Because.OTHER, words=words), now)


def _parties(record: Record, by: Acting, person_id: PersonId) -> tuple[Person, Person]:
    """Raises Refusal unless this manager may decide, and there is a wish to decide about."""
    manager = authorise(record, by, Act.DECIDE_ERASURE).known()
    history = record.happenings.of_person(person_id)
    if not history:
        raise Refusal(Why.NOT_ALLOWED)
    person = record.people.by_id(person_id)
    if manager.id not in {one.id for one in deciders(record, person)}:
        raise Refusal(Why.NOT_ALLOWED)
    if not is_wished(history):
        raise Refusal(Why.ALREADY_DONE)
    return manager, person


def _is_on_paper(person: Person) -> bool:
    return person.reachability is Reachability.ON_PAPER


def _role(record: Record, person: Person) -> Role:
    """The highest that they had."""
    if record.programmes.managed_by(person.id):
        return Role.MANAGER
    leads = any(one.role is Role.MENTOR for one in record.memberships.of_person(person.id))
    return Role.MENTOR if leads else Role.MENTEE


def _tell_managers(
    record: Record, by: Acting, manager: Person, others: Sequence[Person], decided: ErasureDecided
) -> None:
    notices.answer(record, by, manager, decided)
    for other in others:
        if record.notices.has_card(other.telegram_id or 0, decided.card()):
            notices.tell(record, other, decided, PLAIN)
