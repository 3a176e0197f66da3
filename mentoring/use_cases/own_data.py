"""Somebody's rights to what is kept about them: to see it, take a consent back, ask to be deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.consents import ConsentKind
from mentoring.erasing import is_wished
from mentoring.happenings import HappeningKind
from mentoring.notices import AT_THE_BOTTOM
from mentoring.notices.operating import AnotherManagerNeeded
from mentoring.notices.own_data import AskErasure, MyData
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases.concern_readers import programmes_of
from mentoring.use_cases.operating import tell_one_of_the_others
from mentoring.use_cases.wishes import deciders, wish

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OfMyData:
    by: Acting


@dataclass(frozen=True, kw_only=True, slots=True)
class AllowQuotes:
    by: Acting
    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Erase:
    """`sure` False only asks."""

    by: Acting
    sure: bool


def open_my_data(record: Record, command: OfMyData, _: datetime) -> None:
    person = authorise(record, command.by, Act.OWN_DATA).known()
    notices.answer(record, command.by, person, _card(record, person))


def allow_quotes(record: Record, command: AllowQuotes, now: datetime) -> None:
    person = authorise(record, command.by, Act.OWN_DATA).known()
    if command.yes:
        record.consents.give(person.id, ConsentKind.QUOTES, version=record.rules.notice_version, now=now)
    elif record.consents.withdraw(person.id, ConsentKind.QUOTES, now):
        record.happenings.add(HappeningKind.CONSENT_WITHDRAWN, now=now, person_id=person.id, by_id=person.id)
    notices.answer(record, command.by, person, _card(record, person))


def erase(record: Record, command: Erase, now: datetime) -> None:
    """A human decides, because what proves that the programme took place may have to be kept."""
    person = authorise(record, command.by, Act.OWN_DATA).known()
    managers = deciders(record, person)
    programmes = programmes_of(record, person.id)
    if not programmes:
        raise Refusal(Why.NOT_ALLOWED)
    if not command.sure:
        asked = AskErasure(managers=tuple(one.name for one in managers))
        return notices.answer(record, command.by, person, asked)
    if _has_asked(record, person):
        raise Refusal(Why.ALREADY_DONE)
    record.happenings.add(HappeningKind.ERASURE_ASKED, now=now, person_id=person.id, by_id=person.id)
    for manager in managers:
        notices.tell(record, manager, wish(record, person), AT_THE_BOTTOM)
    if not managers:
        needed = AnotherManagerNeeded(programme=programmes[0].name)
        tell_one_of_the_others(record, needed, but={person.id})
    return notices.answer(record, command.by, person, _card(record, person))


def _card(record: Record, person: Person) -> MyData:
    counts = _counts(record, person)
    return MyData(
        places=counts["places"],
        submissions=counts["submissions"],
        files=counts["files"],
        diaries=counts["diaries"],
        questions=counts["questions"],
        concerns=counts["concerns"],
        quotes=record.consents.in_force(person.id, ConsentKind.QUOTES) is not None,
        asked=_has_asked(record, person),
        takes_part=record.consents.in_force(person.id, ConsentKind.TAKE_PART) is not None,
        withdrawn=record.consents.has_withdrawn(person.id, ConsentKind.TAKE_PART),
    )


def _counts(record: Record, person: Person) -> Mapping[str, int]:
    own = record.own_data.of_person(person.id)
    sessions = {str(row["starts_at"]) for row in own.rows["diaries"]}
    counts = {part: len(found) for part, found in own.rows.items()}
    return {**counts, "files": len(own.files), "diaries": len(sessions)}


def _has_asked(record: Record, person: Person) -> bool:
    return is_wished(record.happenings.of_person(person.id))
