"""The first manager comes in by a code that only the operator of this installation can make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import invitations, names
from mentoring.acting import Acting
from mentoring.groups import InvitationKind
from mentoring.notices.groups import AskGroupName
from mentoring.notices.joining import AskLanguage, AskManagerName, AskOrganisation
from mentoring.permissions import Act, authorise
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import colleagues, digesting, home
from mentoring.use_cases.asking import ask, open_question, spoken_to

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Invitation
    from mentoring.people import Language, Person
    from mentoring.ports import Record
    from mentoring.prompts import Prompt


@dataclass(frozen=True, kw_only=True, slots=True)
class MakeManagerCode:
    token: str


def make_manager_code(record: Record, command: MakeManagerCode, now: datetime) -> None:
    """For whoever the operator trusts: a signed code that is opened for the first time, or the demo's own manager."""
    record.invitations.add(
        kind=InvitationKind.MANAGER,
        token_hash=invitations.hashed(command.token),
        group_id=None,
        created_by=None,
        max_uses=1,
        expires_at=now + invitations.MANAGER_VALID,
        now=now,
    )


def come_in(record: Record, by: Acting, invitation: Invitation, now: datetime) -> None:
    """Whoever opens the code first has it, even if they answer the questions later."""
    person = record.people.by_telegram_id(by.telegram_id)
    if person is not None and record.managers.manages(person.id, group_id=None):
        return home.show(record, by, person, now)
    if not record.invitations.use(invitation.id, now):
        raise Refusal(Why.INVITATION_USED)
    if person is not None:
        return _appoint_known(record, by, person, now)
    question = AskLanguage(guess=by.language, programme=None)
    return ask(record, by, Asking.MANAGER_LANGUAGE, question, now)


def language_chosen(record: Record, by: Acting, language: Language, now: datetime) -> None:
    question = AskManagerName(telegram_name=names.cleaned(by.name))
    ask(record, by, Asking.MANAGER_NAME, question, now, language=language.value)


@dataclass(frozen=True, kw_only=True, slots=True)
class KeepTelegramName:
    by: Acting


def keep_telegram_name(record: Record, command: KeepTelegramName, now: datetime) -> None:
    authorise(record, command.by, Act.ANSWER)
    prompt = open_question(record, command.by, now, Asking.MANAGER_NAME, Asking.COLLEAGUE_NAME)
    if prompt is None:
        raise Refusal(Why.GONE)
    given = name_given if prompt.asking is Asking.MANAGER_NAME else colleagues.name_given
    given(record, command.by, command.by.name, prompt, now)


def name_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    name, language = names.cleaned(text), prompt.words("language")
    if not names.has_letters(name):
        question = AskManagerName(telegram_name=names.cleaned(by.name))
        return ask(record, by, Asking.MANAGER_NAME, question, now, language=language)
    if record.programmes.first() is not None:
        return _appoint(record, spoken_to(by, language), name, now)
    return ask(record, by, Asking.ORGANISATION, AskOrganisation(name=name), now, language=language, name=name)


def organisation_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    organisation, name, language = names.cleaned(text), prompt.words("name"), prompt.words("language")
    if not names.has_letters(organisation):
        return ask(record, by, Asking.ORGANISATION, AskOrganisation(name=name), now, language=language, name=name)
    speaking = spoken_to(by, language)
    _found(record, speaking, organisation, now)
    return _appoint(record, speaking, name, now)


def _found(record: Record, by: Acting, organisation: str, now: datetime) -> None:
    rules = record.rules
    record.programmes.add(
        name=rules.programme_name, organisation=organisation, language=by.language, zone=rules.zone, now=now
    )


def _appoint(record: Record, by: Acting, name: str, now: datetime) -> None:
    programme = record.programmes.first()
    zone = programme.zone if programme else record.rules.zone
    person = record.people.by_telegram_id(by.telegram_id) or record.people.add(
        telegram_id=by.telegram_id, name=name, language=by.language, zone=zone, now=now
    )
    _appoint_known(record, by, person, now)


def _appoint_known(record: Record, by: Acting, person: Person, now: datetime) -> None:
    programme = record.programmes.first()
    if programme is None:
        question = AskOrganisation(name=person.name)
        return ask(record, by, Asking.ORGANISATION, question, now, language=person.language.value, name=person.name)
    record.managers.add(person.id, programme.id, now)
    digesting.plan_next(record, person, now)
    if record.groups.of_programme(programme.id):
        record.prompts.close(by.telegram_id)
        return home.show(record, by, person, now)
    return ask(record, by, Asking.GROUP_NAME, AskGroupName(welcome=person.name), now)
