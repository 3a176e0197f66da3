"""A new account that is a known person already: a manager says whether the two are one, because it can't be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import invitations, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import InvitationId
from mentoring.invitations import Door
from mentoring.notices import PLAIN
from mentoring.notices.relinking import AskMerge, MergeAwaited, MergeDecided, RelinkDeclined
from mentoring.people import Role
from mentoring.permissions import authorise
from mentoring.places import STAYING
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.use_cases.asking import ask as ask_question
from mentoring.use_cases.asking import settle
from mentoring.use_cases.deciders import shown_a_decision
from mentoring.use_cases.moving_accounts import groups_of, person_of, relink

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Invitation
    from mentoring.people import Person
    from mentoring.ports import Record


def ask(record: Record, by: Acting, duplicate: Person, invitation: Invitation, now: datetime) -> None:
    """The code stays unused until then."""
    person = person_of(record, invitation)
    draft = {"invitation_id": invitation.id, "language": duplicate.language.value}
    ask_question(record, by, Asking.RELINK_MERGE, MergeAwaited(name=person.name), now, **draft)
    question = AskMerge(
        telegram_id=by.telegram_id,
        name=person.name,
        duplicate=duplicate.name,
        groups=tuple(group.name for group in groups_of(record, duplicate)),
    )
    if invitation.programme_id is not None:
        for manager in record.managers.of_programme(invitation.programme_id):
            if manager.id != duplicate.id:
                notices.tell(record, manager, question)


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideMerge:
    """`telegram_id` is of the account that has opened the code."""

    by: Acting
    telegram_id: int
    yes: bool


def decide_merge(record: Record, command: DecideMerge, now: datetime) -> None:
    """Nobody decides about themselves."""
    manager = authorise(record, command.by, Act.KEEP_MANAGERS).known()
    prompt = record.prompts.of(command.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.RELINK_MERGE:
        raise Refusal(Why.ALREADY_DONE)
    invitation = record.invitations.by_id(InvitationId(prompt.number("invitation_id")))
    programme_id = invitation.programme_id if invitation is not None else None
    if programme_id is None or all(one.id != manager.id for one in record.managers.appointed(programme_id)):
        raise Refusal(Why.NOT_ALLOWED)
    why = invitations.refusal(invitation, Door.RELINK, now)
    duplicate = record.people.by_telegram_id(command.telegram_id)
    if invitation is None or duplicate is None or why is not None:
        raise Refusal(why or Why.GONE)
    if duplicate.id == manager.id:
        raise Refusal(Why.NOT_ALLOWED)
    if command.yes:
        _check_roles(record, duplicate, person_of(record, invitation))
    if not record.invitations.use(invitation.id, now):
        raise Refusal(Why.INVITATION_USED)
    _show(record, command, invitation, duplicate)
    theirs = Acting(telegram_id=command.telegram_id, chat_id=command.telegram_id, name=duplicate.name)
    if command.yes:
        relink(record, theirs, invitation, now)
    else:
        settle(record, theirs, duplicate, RelinkDeclined())


def _check_roles(record: Record, one: Person, other: Person) -> None:
    """Nobody becomes mentor and mentee of one group."""
    places = [*record.memberships.of_person(one.id), *record.memberships.of_person(other.id)]
    here = {(place.group_id, place.role) for place in places if place.state in STAYING}
    if any((group_id, Role.MENTEE) in here for group_id, role in here if role is Role.MENTOR):
        raise Refusal(Why.MENTOR_AND_MENTEE)


def _show(record: Record, command: DecideMerge, invitation: Invitation, duplicate: Person) -> None:
    decided = MergeDecided(
        telegram_id=command.telegram_id,
        name=person_of(record, invitation).name,
        duplicate=duplicate.name,
        merged=command.yes,
    )
    if invitation.programme_id is None:
        return
    for manager in shown_a_decision(record, command.by, invitation.programme_id):
        if manager.telegram_id == command.by.telegram_id:
            notices.answer(record, command.by, manager, decided)
        elif manager.id != duplicate.id:
            notices.tell(record, manager, decided, PLAIN)
