"""Connecting a group with its Telegram chat: picked from a list, by the add-to-group link, or by a typed code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import invitations, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import InvitationKind
from mentoring.happenings import HappeningKind
from mentoring.ids import GroupId
from mentoring.invitations import Door, Ticket, hashed
from mentoring.notices.chats import AddedBack, NeedsCode
from mentoring.notices.groups import (
    AboutChat,
    Bound,
    ChooseChat,
    ConfirmRebinding,
    LeaveChat,
    TooAnonymous,
    WaysToBind,
    WhichGroup,
)
from mentoring.permissions import NOBODY, authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import boards, chat_rights, group_cards, unbinding
from mentoring.use_cases.groups import managed
from mentoring.use_cases.tickets import look_up

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Chat:
    """A Telegram group; its title only where the update carried one."""

    id: int
    title: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShowWays:
    """`code` becomes the group's code, for an hour and one use."""

    by: Acting
    group_id: GroupId
    code: str


def show_ways(record: Record, command: ShowWays, now: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.BIND_CHAT)
    manager = record.people.by_telegram_id(command.by.telegram_id)
    until = open_code(record, group, command.by, command.code, now)
    ways = WaysToBind(
        group_id=group.id,
        name=group.name,
        code=command.code,
        expires_at=until,
        connected=group.chat_id is not None,
    )
    notices.answer(record, command.by, manager, ways)


def open_code(record: Record, group: Group, by: Acting, code: str, now: datetime) -> datetime:
    """Until when it connects a Telegram group; the one before ends."""
    manager = record.people.by_telegram_id(by.telegram_id)
    record.invitations.revoke(group.id, InvitationKind.CHAT, now)
    made = record.invitations.add(
        kind=InvitationKind.CHAT,
        token_hash=hashed(code),
        group_id=group.id,
        created_by=manager.id if manager else None,
        max_uses=1,
        expires_at=now + invitations.CHAT_VALID,
        now=now,
    )
    return made.expires_at


@dataclass(frozen=True, kw_only=True, slots=True)
class OfferChats:
    by: Acting
    group_id: GroupId


def offer_chats(record: Record, command: OfferChats, now: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.BIND_CHAT)
    manager = record.people.by_telegram_id(command.by.telegram_id)
    if manager is not None:
        notices.tell(record, manager, ChooseChat(group_id=group.id, name=group.name))


@dataclass(frozen=True, kw_only=True, slots=True)
class BindPicked:
    """The manager picked a chat, or answered which group a chat is for; `sure` moves a group from another chat."""

    by: Acting
    group_id: GroupId
    chat: Chat
    bot_id: int
    sure: bool = False


def bind_picked(record: Record, command: BindPicked, now: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.BIND_CHAT)
    _bind(record, command, group, now, sure=command.sure)


@dataclass(frozen=True, kw_only=True, slots=True)
class BindByCode:
    """Typed or opened inside the chat itself."""

    by: Acting
    code: str
    chat: Chat
    bot_id: int


def bind_by_code(record: Record, command: BindByCode, now: datetime) -> None:
    """An anonymous admin is told how to be recognised, but only where the code is right: others get no word."""
    ticket = Ticket(door=Door.CHAT, secret=invitations.as_typed(command.code))
    if command.by.telegram_id in NOBODY:
        return _advise_anonymous(record, command.by, ticket, now)
    authorise(record, command.by, Act.BIND_CHAT)
    invitation = look_up(record, command.by, ticket, now)
    if invitation is None or invitation.group_id is None:
        return None
    group = managed(record, command.by, invitation.group_id, Act.BIND_CHAT)
    _bind(record, command, group, now, sure=False)
    return None


def _bind(record: Record, command: BindPicked | BindByCode, group: Group, now: datetime, *, sure: bool) -> None:
    """Where the group would move, the manager has to confirm it first. A code that is open has served its purpose."""
    chat, old = replace(command.chat, id=record.notices.present_chat(command.chat.id)), group.chat_id
    holder = record.groups.by_chat(chat.id)
    if holder is not None and holder.id != group.id:
        raise Refusal(Why.CHAT_TAKEN)
    _answer_which_group(record, group, chat)
    moves = old is not None and old != chat.id
    if moves and not sure:
        return _ask_whether_to_move(record, command.by, group, chat)
    _connect(record, group, chat, command.by, now)
    return chat_rights.look_up(record, record.groups.by_id(group.id), command.bot_id)


def _connect(record: Record, group: Group, chat: Chat, by: Acting, now: datetime) -> None:
    """Out of the old chat, if there is one, and into the new: in the topic where this was asked for."""
    manager = record.people.by_telegram_id(by.telegram_id)
    if group.chat_id not in {None, chat.id}:
        group = unbinding.part(record, group, manager, now, moves=True)
    for mistaken in (LeaveChat, NeedsCode):
        record.notices.take_back(chat.id, mistaken)
    bound = _bound(group, chat, topic_id=by.thread_id if by.chat_id == chat.id else None)
    record.invitations.revoke(group.id, InvitationKind.CHAT, now)
    record.groups.save(bound)
    if group.chat_id != chat.id:
        by_id = None if manager is None else manager.id
        text = chat.title or ""
        record.happenings.add(HappeningKind.CHAT_BOUND, now=now, group_id=group.id, by_id=by_id, text=text)
    _tell(record, by, bound, now)


def _answer_which_group(record: Record, group: Group, chat: Chat) -> None:
    """Nobody need be asked any more what this chat is for."""
    question = AboutChat(chat_id=chat.id, title=chat.title).card()
    for manager in record.managers.of_programme(group.programme_id):
        if manager.telegram_id is not None:
            for asked in (WhichGroup, AddedBack):
                record.notices.take_back(manager.telegram_id, asked, card=question)


def _bound(group: Group, chat: Chat, *, topic_id: int | None) -> Group:
    """What the bot may do in the new chat is asked of Telegram."""
    if group.chat_id == chat.id:
        return replace(group, chat_title=chat.title or group.chat_title, topic_id=topic_id or group.topic_id)
    return replace(
        group,
        chat_id=chat.id,
        chat_title=chat.title,
        invite_link=None,
        sees_messages=False,
        can_pin=False,
        can_invite=False,
        is_forum=topic_id is not None,
        topic_id=topic_id,
    )


def _tell(record: Record, by: Acting, group: Group, now: datetime) -> None:
    manager, chat = record.people.by_telegram_id(by.telegram_id), group_cards.chat_state(group)
    if manager is not None and chat is not None:
        notices.tell(record, manager, Bound(group_id=group.id, name=group.name, chat=chat, checked=False))
    boards.show(record, group, now)


def _ask_whether_to_move(record: Record, by: Acting, group: Group, chat: Chat) -> None:
    manager = record.people.by_telegram_id(by.telegram_id)
    question = ConfirmRebinding(
        group_id=group.id, name=group.name, chat_id=chat.id, old_title=group.chat_title, new_title=chat.title
    )
    if manager is not None:
        notices.tell(record, manager, question)


def _advise_anonymous(record: Record, by: Acting, ticket: Ticket, now: datetime) -> None:
    invitation = record.invitations.by_hash(hashed(ticket.secret))
    if invitation is None or invitation.group_id is None or invitations.refusal(invitation, ticket.door, now):
        return
    language = record.groups.by_id(invitation.group_id).language
    notices.answer(record, replace(by, language=language), None, TooAnonymous())
