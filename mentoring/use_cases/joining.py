"""A joiner comes in: language, their own name, the privacy notice, consent; before that nothing of them is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names
from mentoring.acting import Acting
from mentoring.ids import InvitationId, MembershipId
from mentoring.invitations import KIND_OF_ROLE, ROLE_OF_KIND
from mentoring.notices.joining import AskConsent, AskLanguage, AskOwnName, AskWhichName, Declined, NameChoice
from mentoring.people import Language, Membership, MembershipState, Person, Reachability, Role
from mentoring.permissions import Act, authorise
from mentoring.prompts import Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import group_cards, home, session_cards
from mentoring.use_cases.asking import ask, open_question, settle, spoken_to

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group, Invitation
    from mentoring.ports import Record

#: Raised when the privacy notice changes its meaning: everybody is asked again.
CONSENT_VERSION = 1
#: Before the choice of a name can be changed, and until consent is given.
_CHOOSING = (Asking.WHICH_NAME, Asking.OWN_NAME, Asking.LET_IN, Asking.CONSENT)


def come_in(record: Record, by: Acting, invitation: Invitation, now: datetime) -> None:
    person = record.people.by_telegram_id(by.telegram_id)
    if person is None or person.consent_version != CONSENT_VERSION:
        organisation = record.programmes.by_id(group_of(record, invitation).programme_id).organisation
        question = AskLanguage(guess=by.language, programme=organisation)
        return ask(record, by, Asking.JOINER_LANGUAGE, question, now, invitation_id=invitation.id)
    if any(one.group_id == invitation.group_id for one in active_memberships(record, person)):
        return home.show(record, by, person, now)
    return ask_which_name(record, by, invitation, now, language=person.language.value)


def language_chosen(record: Record, by: Acting, language: Language, prompt: Prompt, now: datetime) -> None:
    ask_which_name(record, by, invitation_of(record, prompt), now, language=language.value)


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeName:
    by: Acting
    membership_id: MembershipId


def take_name(record: Record, command: TakeName, now: datetime) -> None:
    prompt = _choosing(record, command.by, now)
    invitation = invitation_of(record, prompt)
    wanted = record.memberships.by_id(command.membership_id)
    if wanted is None or wanted not in unclaimed(record, invitation):
        return ask_which_name(
            record, command.by, invitation, now, language=prompt.words("language"), taken=wanted.name if wanted else ""
        )
    return ask_consent(record, command.by, wanted, prompt, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class NotListed:
    by: Acting


def not_listed(record: Record, command: NotListed, now: datetime) -> None:
    prompt = _choosing(record, command.by, now)
    question = AskOwnName(group_name=group_of(record, invitation_of(record, prompt)).name)
    ask(record, command.by, Asking.OWN_NAME, question, now, **prompt.draft)


@dataclass(frozen=True, kw_only=True, slots=True)
class BackToNames:
    by: Acting


def back_to_names(record: Record, command: BackToNames, now: datetime) -> None:
    prompt = _choosing(record, command.by, now)
    ask_which_name(record, command.by, invitation_of(record, prompt), now, language=prompt.words("language"))


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadPrivacy:
    by: Acting
    whole: bool


def read_privacy(record: Record, command: ReadPrivacy, now: datetime) -> None:
    authorise(record, command.by, Act.ANSWER)
    prompt = _consenting(record, command.by, now)
    ask_consent(record, command.by, _chosen(record, prompt), prompt, now, whole=command.whole)


@dataclass(frozen=True, kw_only=True, slots=True)
class Agree:
    by: Acting


def agree(record: Record, command: Agree, now: datetime) -> None:
    """The seat and the name are taken by guarded updates: of two people at once, one is asked to choose again."""
    authorise(record, command.by, Act.ANSWER)
    prompt = _consenting(record, command.by, now)
    chosen, invitation = _chosen(record, prompt), invitation_of(record, prompt)
    if chosen.state is not MembershipState.EXPECTED:
        return ask_which_name(record, command.by, invitation, now, language=prompt.words("language"), taken=chosen.name)
    if not record.invitations.use(invitation.id, now):
        raise Refusal(Why.INVITATION_EXPIRED)
    person = _remember(record, spoken_to(command.by, prompt.words("language")), chosen, now)
    if not record.memberships.claim(chosen.id, person.id):
        raise AssertionError("the name was free in this transaction")
    record.prompts.close(command.by.telegram_id)
    return _welcome(record, command.by, person, chosen, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagree:
    by: Acting


def disagree(record: Record, command: Disagree, now: datetime) -> None:
    """Nothing was kept but the open question, and that goes."""
    authorise(record, command.by, Act.ANSWER)
    prompt = _consenting(record, command.by, now)
    settle(record, spoken_to(command.by, prompt.words("language")), None, Declined())


def ask_which_name(
    record: Record, by: Acting, invitation: Invitation, now: datetime, *, language: str, taken: str | None = None
) -> None:
    question = AskWhichName(
        group_name=group_of(record, invitation).name,
        role=ROLE_OF_KIND[invitation.kind],
        names=tuple(NameChoice(membership_id=one.id, name=one.name) for one in unclaimed(record, invitation)),
        taken=taken,
    )
    ask(record, by, Asking.WHICH_NAME, question, now, invitation_id=invitation.id, language=language)


def ask_consent(
    record: Record, by: Acting, wanted: Membership, prompt: Prompt, now: datetime, *, whole: bool = False
) -> None:
    draft = {**prompt.draft, "membership_id": wanted.id}
    group = record.groups.by_id(wanted.group_id)
    programme = record.programmes.by_id(group.programme_id)
    question = AskConsent(
        name=wanted.name,
        group_name=group.name,
        organisation=programme.organisation,
        managers=tuple(one.name for one in record.managers.of_programme(programme.id)),
        whole=whole,
    )
    ask(record, by, Asking.CONSENT, question, now, **draft)


def unclaimed(record: Record, invitation: Invitation) -> Sequence[Membership]:
    listed = record.memberships.of_group(group_of(record, invitation).id, ROLE_OF_KIND[invitation.kind])
    return [one for one in listed if one.state is MembershipState.EXPECTED]


def active_memberships(record: Record, person: Person) -> Sequence[Membership]:
    return [one for one in record.memberships.of_person(person.id) if one.state is MembershipState.ACTIVE]


def same_name(listed: Sequence[Membership], name: str) -> Membership | None:
    return next((one for one in listed if one.name.casefold() == name.casefold()), None)


def typed_name(text: str) -> str | None:
    name = names.cleaned(text)
    return name if names.has_letters(name) else None


def invitation_role(invitation: Invitation) -> Role:
    return ROLE_OF_KIND[invitation.kind]


def _remember(record: Record, by: Acting, chosen: Membership, now: datetime) -> Person:
    """The person begins to exist for us with their consent, and not before."""
    known = record.people.by_telegram_id(by.telegram_id)
    zone = record.programmes.by_id(record.groups.by_id(chosen.group_id).programme_id).zone
    person = known or record.people.add(
        telegram_id=by.telegram_id, name=chosen.name, language=by.language, zone=zone, now=now
    )
    consenting = replace(
        person, consent_version=CONSENT_VERSION, consented_at=now, reachability=Reachability.OK, language=by.language
    )
    record.people.save(consenting)
    return consenting


def _welcome(record: Record, by: Acting, person: Person, chosen: Membership, now: datetime) -> None:
    group = record.groups.by_id(chosen.group_id)
    home.show(record, by, person, now, joined=home.joined(record, group, chosen.role))
    group_cards.refresh(record, group, now)
    session_cards.include_newcomer(record, group, now)


def _choosing(record: Record, by: Acting, now: datetime) -> Prompt:
    authorise(record, by, Act.ANSWER)
    prompt = open_question(record, by, now, *_CHOOSING)
    if prompt is None:
        raise Refusal(Why.GONE)
    return prompt


def _consenting(record: Record, by: Acting, now: datetime) -> Prompt:
    prompt = open_question(record, by, now, Asking.CONSENT)
    if prompt is None:
        raise Refusal(Why.GONE)
    return prompt


def _chosen(record: Record, prompt: Prompt) -> Membership:
    chosen = record.memberships.by_id(MembershipId(prompt.number("membership_id")))
    if chosen is None:
        raise Refusal(Why.GONE)
    return chosen


def invitation_of(record: Record, prompt: Prompt) -> Invitation:
    invitation = record.invitations.by_id(InvitationId(prompt.number("invitation_id")))
    if invitation is None or invitation.kind not in KIND_OF_ROLE.values():
        raise Refusal(Why.INVITATION_UNKNOWN)
    return invitation


def group_of(record: Record, invitation: Invitation) -> Group:
    if invitation.group_id is None:
        raise Refusal(Why.INVITATION_UNKNOWN)
    return record.groups.by_id(invitation.group_id)
