"""The first manager comes in by a code that only the operator of this installation can make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import invitations, names, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import InvitationKind
from mentoring.notices.joining import AskLanguage, AskManagerName, AskOrganisation
from mentoring.people import Language
from mentoring.permissions import authorise
from mentoring.programmes import as_the_rules_say
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import colleagues, digesting, programme_cards, programme_people
from mentoring.use_cases.asking import ask, open_question, spoken_to

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Invitation, Programme
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
    """Whoever opens the code first has it, even if they answer the questions later: it makes a programme of its own."""
    person = record.people.by_telegram_id(by.telegram_id)
    if not record.invitations.use(invitation.id, now):
        raise Refusal(Why.INVITATION_USED)
    if person is not None:
        return _ask_organisation(record, by, person.name, person.language.value, now)
    question = AskLanguage(guess=by.language, programme=None)
    return ask(record, by, Asking.MANAGER_LANGUAGE, question, now)


def resume(record: Record, by: Acting, now: datetime) -> bool:
    """The question that is open on a manager's way in, once more; False where none is."""
    prompt = open_question(record, by, now, *_ON_THE_WAY)
    if prompt is None:
        return False
    match prompt.asking:
        case Asking.MANAGER_LANGUAGE:
            ask(record, by, Asking.MANAGER_LANGUAGE, AskLanguage(guess=by.language, programme=None), now)
        case Asking.MANAGER_NAME:
            language_chosen(record, by, Language(prompt.words("language")), now)
        case _:
            _ask_organisation(record, by, prompt.words("name"), prompt.words("language"), now)
    return True


_ON_THE_WAY = (Asking.MANAGER_LANGUAGE, Asking.MANAGER_NAME, Asking.ORGANISATION)


def _ask_organisation(record: Record, by: Acting, name: str, language: str, now: datetime) -> None:
    ask(record, by, Asking.ORGANISATION, AskOrganisation(name=name), now, language=language, name=name)


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
    return _ask_organisation(record, by, name, language, now)


def organisation_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    organisation, name, language = names.cleaned(text), prompt.words("name"), prompt.words("language")
    if not names.has_letters(organisation):
        return _ask_organisation(record, by, name, language, now)
    speaking = spoken_to(by, language)
    programme = _founded(record, speaking, organisation, now)
    known = record.people.by_telegram_id(by.telegram_id)
    person = known or record.people.add(
        telegram_id=by.telegram_id, name=name, language=speaking.language, zone=programme.zone, now=now
    )
    record.managers.add(person.id, programme.id, now)
    digesting.plan_next(record, person, now)
    programme_people.plan_end(record, programme, now)
    return programme_cards.preview(record, speaking, programme, now, welcome=person.name)


def _founded(record: Record, by: Acting, organisation: str, now: datetime) -> Programme:
    """With the numbers of the definition file, which its manager can change at once."""
    rules = record.rules
    name = rules.programme_name(by.language)
    programme = record.programmes.add(
        name=name, organisation=organisation, language=by.language, zone=rules.zone, now=now
    )
    programme = as_the_rules_say(programme, rules, zones.wall(now, programme.zone).date())
    record.programmes.save(programme)
    return programme
