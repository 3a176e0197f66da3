"""A new phone or Telegram account: a manager's code gives somebody their place back, with everything that is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import invitations, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import InvitationKind
from mentoring.ids import InvitationId, MembershipId, PersonId, ProgrammeId
from mentoring.invitations import Door
from mentoring.notices.relinking import (
    AskRelink,
    RelinkCode,
    RelinkDeclined,
    RelinkNews,
    SameAccount,
)
from mentoring.permissions import authorise
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import colleagues, first_accounts, merging_accounts, moving_accounts
from mentoring.use_cases.asking import ask, open_question, settle, spoken_to
from mentoring.use_cases.moving_accounts import account_of, groups_of, person_of
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Invitation
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.prompts import Prompt

VALID = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True, slots=True)
class RelinkMember:
    by: Acting
    membership_id: MembershipId
    token: str


def relink_member(record: Record, command: RelinkMember, now: datetime) -> None:
    membership = record.memberships.by_id(command.membership_id)
    if membership is None:
        authorise(record, command.by, Act.MANAGE_GROUP)
        raise Refusal(Why.GONE)
    manager = authorise(record, command.by, Act.MANAGE_GROUP, group_id=membership.group_id).known()
    if membership.person_id is None:
        raise Refusal(Why.GONE)
    programme_id = record.groups.by_id(membership.group_id).programme_id
    _make_code(record, manager, record.people.by_id(membership.person_id), programme_id, now, token=command.token)


@dataclass(frozen=True, kw_only=True, slots=True)
class RelinkManager:
    by: Acting
    programme_id: ProgrammeId
    person_id: PersonId
    token: str


def relink_manager(record: Record, command: RelinkManager, now: datetime) -> None:
    manager, programme = colleagues.appointed(record, command.by, command.programme_id)
    managers = record.managers.appointed(programme.id)
    person = next((one for one in managers if one.id == command.person_id), None)
    if person is None:
        raise Refusal(Why.GONE)
    _make_code(record, manager, person, programme.id, now, token=command.token)


def _make_code(
    record: Record, manager: Person, person: Person, programme_id: ProgrammeId, now: datetime, *, token: str
) -> None:
    """An earlier one ends. Nobody gives away what belongs to programmes that they don't manage."""
    for programme in record.programmes.managed_by(person.id):
        if all(one.id != manager.id for one in record.managers.appointed(programme.id)):
            raise Refusal(Why.NOT_ALLOWED)
    record.invitations.revoke_of(person.id, InvitationKind.RELINK, now)
    made = record.invitations.add(
        kind=InvitationKind.RELINK,
        token_hash=invitations.hashed(token),
        group_id=None,
        created_by=manager.id,
        max_uses=1,
        expires_at=now + VALID,
        now=now,
        person_id=person.id,
        programme_id=programme_id,
    )
    first = first_accounts.is_first(person)
    notices.tell(record, manager, RelinkCode(name=person.name, token=token, expires_at=made.expires_at, first=first))


def come_in(record: Record, by: Acting, invitation: Invitation, now: datetime) -> None:
    """On the new account: nothing moves before they say who they are."""
    person, programme_id = person_of(record, invitation), invitation.programme_id
    if person.telegram_id == by.telegram_id:
        return settle(record, by, person, SameAccount())
    if programme_id is None:
        raise Refusal(Why.INVITATION_UNKNOWN)
    known = record.people.by_telegram_id(by.telegram_id)
    question = AskRelink(
        name=person.name,
        organisation=record.programmes.by_id(programme_id).organisation,
        groups=tuple(group.name for group in groups_of(record, person) if group.programme_id == programme_id),
        duplicate=known.name if known is not None else "",
    )
    language = known.language if known is not None else person.language
    return ask(record, by, Asking.RELINK, question, now, invitation_id=invitation.id, language=language.value)


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerRelink:
    by: Acting
    yes: bool


def answer_relink(record: Record, command: AnswerRelink, now: datetime) -> None:
    authorise(record, command.by, Act.ANSWER)
    prompt = open_question(record, command.by, now, Asking.RELINK)
    if prompt is None:
        raise Refusal(Why.GONE)
    invitation = record.invitations.by_id(InvitationId(prompt.number("invitation_id")))
    why = invitations.refusal(invitation, Door.RELINK, now)
    if why is not None or invitation is None:
        raise Refusal(why or Why.INVITATION_UNKNOWN)
    duplicate = record.people.by_telegram_id(command.by.telegram_id)
    if command.yes and duplicate is not None:
        return merging_accounts.ask(record, command.by, duplicate, invitation, now)
    person = person_of(record, invitation)
    if command.yes and first_accounts.is_first(person):
        return first_accounts.begin(record, command.by, invitation, person, now)
    if not record.invitations.use(invitation.id, now):
        raise Refusal(Why.INVITATION_USED)
    if command.yes:
        return moving_accounts.relink(record, command.by, invitation, now)
    return _decline(record, spoken_to(command.by, prompt.words("language")), invitation)


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    match understood(text):
        case bool(yes):
            answer_relink(record, AnswerRelink(by=by, yes=yes), now)
        case None:
            invitation = record.invitations.by_id(InvitationId(prompt.number("invitation_id")))
            if invitation is None:
                raise Refusal(Why.INVITATION_UNKNOWN)
            come_in(record, by, invitation, now)


def _decline(record: Record, by: Acting, invitation: Invitation) -> None:
    settle(record, by, record.people.by_telegram_id(by.telegram_id), RelinkDeclined())
    news = RelinkNews(name=person_of(record, invitation).name, account=account_of(by), done=False)
    if invitation.created_by is not None:
        notices.tell(record, record.people.by_id(invitation.created_by), news)
