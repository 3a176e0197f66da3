"""The privacy notice has changed: everybody is asked again before their next act, and what they send waits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.consents import ConsentKind
from mentoring.notices.consents import AskConsentAnew, DeclinedAnew, DeclinedNews
from mentoring.permissions import authorise, owes_consent
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import home
from mentoring.use_cases.entering import keep_consents
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Programme
    from mentoring.people import Person
    from mentoring.ports import Record


def ask(record: Record, by: Acting) -> None:
    """One card, below whatever they have just done."""
    person = record.people.by_telegram_id(by.telegram_id)
    if person is not None:
        notices.tell(record, person, _question(record, person, quotes=_allows_quotes(record, person)))


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadAnew:
    """`quotes` as it stands on the card."""

    by: Acting
    quotes: bool
    whole: bool


def read_anew(record: Record, command: ReadAnew, now: datetime) -> None:
    person = _owing(record, command.by)
    question = _question(record, person, quotes=command.quotes, whole=command.whole)
    notices.answer(record, command.by, person, question)


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreeAnew:
    by: Acting
    quotes: bool


def agree_anew(record: Record, command: AgreeAnew, now: datetime) -> None:
    """What they sent meanwhile is handled now."""
    person = _owing(record, command.by)
    agreed = replace(person, consent_version=record.rules.notice_version, consented_at=now)
    record.people.save(agreed)
    keep_consents(record, agreed, now, quotes=command.quotes)
    record.held.release(command.by.telegram_id)
    home.show(record, command.by, agreed, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class DisagreeAnew:
    by: Acting


def disagree_anew(record: Record, command: DisagreeAnew, now: datetime) -> None:
    """What they sent meanwhile is forgotten; what was kept under the old notice stays until they withdraw."""
    person = _owing(record, command.by)
    record.held.forget(command.by.telegram_id, now)
    notices.answer(record, command.by, person, DeclinedAnew())
    for programme in _programmes(record, person):
        for manager in record.managers.of_programme(programme.id):
            if manager.id != person.id:
                notices.tell(record, manager, DeclinedNews(person_id=person.id, name=person.name))


def typed(record: Record, by: Acting, text: str, now: datetime) -> bool:
    """Yes or no typed instead of pressed; anything else waits for the answer."""
    answer = understood(text) if owes_consent(record, record.people.by_telegram_id(by.telegram_id)) else None
    if answer is None:
        return False
    if answer:
        person = authorise(record, by, Act.CONSENT).known()
        agree_anew(record, AgreeAnew(by=by, quotes=_allows_quotes(record, person)), now)
    else:
        disagree_anew(record, DisagreeAnew(by=by), now)
    return True


def _owing(record: Record, by: Acting) -> Person:
    person = authorise(record, by, Act.CONSENT).known()
    if not owes_consent(record, person):
        raise Refusal(Why.ALREADY_DONE)
    return person


def _question(record: Record, person: Person, *, quotes: bool, whole: bool = False) -> AskConsentAnew:
    programmes = _programmes(record, person)
    managers = [one.name for programme in programmes for one in record.managers.of_programme(programme.id)]
    return AskConsentAnew(
        name=person.name,
        organisations=tuple(dict.fromkeys(one.organisation for one in programmes)),
        managers=tuple(dict.fromkeys(managers)),
        quotes=quotes,
        whole=whole,
        withdrawn=record.consents.has_withdrawn(person.id, ConsentKind.TAKE_PART),
    )


def _programmes(record: Record, person: Person) -> list[Programme]:
    groups = [record.groups.by_id(one.group_id) for one in record.memberships.of_person(person.id)]
    return [record.programmes.by_id(programme_id) for programme_id in dict.fromkeys(one.programme_id for one in groups)]


def _allows_quotes(record: Record, person: Person) -> bool:
    return record.consents.in_force(person.id, ConsentKind.QUOTES) is not None
