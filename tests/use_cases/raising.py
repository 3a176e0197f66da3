"""Concerns as people raise them, among managers who come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.notices.concerns import ConcernWriting
from mentoring.people import Language
from mentoring.use_cases import concern_cards, concerns
from mentoring.use_cases.answering import Answer, answer

if TYPE_CHECKING:
    from mentoring.ids import ConcernId
    from mentoring.people import Person
    from tests.use_cases.a_group import Nova


def begins(nova: Nova, person: Person) -> None:
    nova.desk.does(concerns.raise_concern, concerns.RaiseConcern(by=nova.by(person)))


def types(nova: Nova, person: Person, text: str) -> ConcernWriting:
    nova.desk.does(answer, Answer(by=nova.by(person), text=text))
    return nova.last(person, ConcernWriting)


def sends(nova: Nova, person: Person) -> None:
    nova.desk.does(concerns.send_concern, concerns.SendConcern(by=nova.by(person, pressed=7)))


def raises(nova: Nova, person: Person, text: str = "I am afraid", *, about: Person | None = None) -> ConcernId:
    begins(nova, person)
    if about is not None:
        command = concerns.AddressConcern(by=nova.by(person), programme_id=nova.programme.id, about_id=about.id)
        nova.desk.does(concerns.address_concern, command)
    nova.desk.does(answer, Answer(by=nova.by(person), text=text))
    sends(nova, person)
    return nova.desk.record.concerns.of_person(person.id)[-1].id


def of(nova: Nova, person: Person, concern_id: ConcernId) -> concern_cards.OfConcern:
    return concern_cards.OfConcern(by=nova.by(person, pressed=9), concern_id=concern_id)


def manages(nova: Nova, person: Person) -> Person:
    nova.desk.record.managers.add(person.id, nova.programme.id, nova.desk.now)
    return person


def petar(nova: Nova) -> Person:
    record = nova.desk.record
    known = record.people.add(telegram_id=6, name="Petar", language=Language.EN, zone="UTC", now=nova.desk.now)
    return manages(nova, known)
