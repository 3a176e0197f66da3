"""Somebody with the link who is not on the list: the manager decides with one tap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.notices import Delivery, Placement
from mentoring.notices.joining import AskOwnName, AskToLetIn, AwaitManager, LetInDecided, NotLetIn
from mentoring.permissions import Act, authorise
from mentoring.prompts import Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases.asking import ask, spoken_to
from mentoring.use_cases.groups import reseat
from mentoring.use_cases.joining import (
    ask_consent,
    ask_which_name,
    group_of,
    invitation_of,
    invitation_role,
    same_name,
    typed_name,
    unclaimed,
)

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group, Invitation
    from mentoring.ports import Record


def name_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Where a button was offered: a listed name counts as pressed, and a greeting is not passed off as a name."""
    invitation = invitation_of(record, prompt)
    listed = same_name(unclaimed(record, invitation), typed_name(text) or "")
    if listed is None:
        return ask_which_name(record, by, invitation, now, language=prompt.words("language"))
    return ask_consent(record, by, listed, prompt, now)


def own_name_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    invitation, name = invitation_of(record, prompt), typed_name(text)
    group = group_of(record, invitation)
    if name is None:
        return ask(record, by, Asking.OWN_NAME, AskOwnName(group_name=group.name), now, **prompt.draft)
    listed = same_name(unclaimed(record, invitation), name)
    if listed is not None:
        return ask_consent(record, by, listed, prompt, now)
    draft = {**prompt.draft, "name": name}
    ask(record, by, Asking.LET_IN, AwaitManager(name=name, group_name=group.name), now, **draft)
    return _ask_managers(record, by, group, invitation, name)


@dataclass(frozen=True, kw_only=True, slots=True)
class LetIn:
    by: Acting
    telegram_id: int
    yes: bool


def let_in(record: Record, command: LetIn, now: datetime) -> None:
    """The group comes from the joiner's own open question, never from the button."""
    prompt = record.prompts.of(command.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.LET_IN:
        authorise(record, command.by, Act.LET_IN)
        raise Refusal(Why.ALREADY_DONE)
    invitation = invitation_of(record, prompt)
    group = group_of(record, invitation)
    authorise(record, command.by, Act.LET_IN, group_id=group.id)
    joiner = spoken_to(_as_joiner(command.telegram_id), prompt.words("language"))
    if command.yes:
        _welcome(record, joiner, invitation, prompt, now)
    else:
        _turn_away(record, joiner, group)
    _tell_managers(record, command.by, group, prompt, yes=command.yes)


def _welcome(record: Record, joiner: Acting, invitation: Invitation, prompt: Prompt, now: datetime) -> None:
    group, role = group_of(record, invitation), invitation_role(invitation)
    expected = record.memberships.expect(group_id=group.id, role=role, name=prompt.words("name"), now=now)
    reseat(record, group, role)
    ask_consent(record, joiner, expected, prompt, now)


def _turn_away(record: Record, joiner: Acting, group: Group) -> None:
    record.prompts.close(joiner.telegram_id)
    notices.answer(record, joiner, None, NotLetIn(group_name=group.name))


def _ask_managers(record: Record, by: Acting, group: Group, invitation: Invitation, name: str) -> None:
    question = AskToLetIn(
        telegram_id=by.telegram_id, name=name, role=invitation_role(invitation), group_name=group.name
    )
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, question)


def _tell_managers(record: Record, by: Acting, group: Group, prompt: Prompt, *, yes: bool) -> None:
    decided = LetInDecided(telegram_id=prompt.telegram_id, name=prompt.words("name"), group_name=group.name, let_in=yes)
    for manager in record.managers.of_programme(group.programme_id):
        if manager.telegram_id == by.telegram_id:
            notices.answer(record, by, manager, decided)
        else:
            notices.tell(record, manager, decided, Delivery(placement=Placement.EDIT))


def _as_joiner(telegram_id: int) -> Acting:
    """A private chat has its person's number."""
    return Acting(telegram_id=telegram_id, chat_id=telegram_id)
