"""Requests to join a group's chat: members are let in at once, about anybody else a manager is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names, namesakes, notices
from mentoring.acting import Acting, ChatKind
from mentoring.acts import Act
from mentoring.groups import GroupState
from mentoring.ids import GroupId
from mentoring.notices import PLAIN
from mentoring.notices.groups import ChatRequest, ChatRequestDecided
from mentoring.people import MembershipState
from mentoring.permissions import NOBODY, owes_consent
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import chat_doors, joining
from mentoring.use_cases.deciders import shown_a_decision
from mentoring.use_cases.groups import managed

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.ports import Record


_MEMBERS = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED})


@dataclass(frozen=True, kw_only=True, slots=True)
class AskToJoinChat:
    by: Acting


def ask_to_join_chat(record: Record, command: AskToJoinChat, now: datetime) -> None:
    group = record.groups.by_chat(command.by.chat_id)
    if group is None or command.by.telegram_id in NOBODY:
        return None
    if belongs(record, group, command.by.telegram_id):
        return chat_doors.answer(record, group, command.by.telegram_id, yes=True)
    if not joining.was_here(record, command.by, group):
        _ask_managers(record, command.by, group)
    return _start_joining(record, command.by, group, now)


def _ask_managers(record: Record, by: Acting, group: Group) -> None:
    question = ChatRequest(
        group_id=group.id,
        group_name=group.name,
        telegram_id=by.telegram_id,
        name=names.cleaned(by.name) or str(by.telegram_id),
        handle=namesakes.handle(by),
    )
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, question)


def _start_joining(record: Record, by: Acting, group: Group, now: datetime) -> None:
    """Telegram lets the bot write to them for five minutes: the same way in as by a poster, in private."""
    private = replace(by, chat_id=by.telegram_id, chat_kind=ChatKind.PRIVATE, thread_id=None)
    if group.state is GroupState.RUNNING and not owes_consent(record, record.people.by_telegram_id(by.telegram_id)):
        joining.come_in_without_link(record, private, group, now, at_door=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideChatRequest:
    by: Acting
    group_id: GroupId
    telegram_id: int
    yes: bool


def decide_chat_request(record: Record, command: DecideChatRequest, now: datetime) -> None:
    """Telegram forgets a decided request; a second decision is told once more and changes nothing."""
    group = managed(record, command.by, command.group_id, Act.LET_IN)
    if group.chat_id is None:
        raise Refusal(Why.GONE)
    chat_doors.answer(record, group, command.telegram_id, yes=command.yes)
    decided = ChatRequestDecided(
        group_id=group.id, group_name=group.name, telegram_id=command.telegram_id, let_in=command.yes
    )
    for manager in shown_a_decision(record, command.by, group.programme_id):
        if manager.telegram_id == command.by.telegram_id:
            notices.answer(record, command.by, manager, decided)
        else:
            notices.tell(record, manager, decided, PLAIN)


def belongs(record: Record, group: Group, telegram_id: int) -> bool:
    """Members who have consented, also during a pause, and the managers of the programme."""
    person = record.people.by_telegram_id(telegram_id)
    if person is None:
        return False
    mine = record.memberships.of_person(person.id)
    is_member = any(one.group_id == group.id and one.state in _MEMBERS for one in mine)
    return is_member or record.managers.manages(person.id, group_id=group.id)
