"""Where Telegram lets the bot speak: people who block it and come back, chats it is added to and removed from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting, ChatKind
from mentoring.notices import Address, Delivery, Placement
from mentoring.notices.groups import LeaveChat, LeftAlone, Unbound, WhichGroup
from mentoring.notices.joining import WelcomeBack
from mentoring.people import Reachability
from mentoring.permissions import NOBODY, Act, authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import chat_rights, groups, home
from mentoring.use_cases.binding import Chat
from mentoring.use_cases.chat_rights import ChatRights

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.ports import Record

#: A group that becomes a supergroup looks like a foreign chat for a moment; well within the ten seconds allowed.
LEAVE_AFTER = timedelta(seconds=4)
#: The add-to-group link and the list of chats say within a moment which group a chat is for.
ASK_AFTER = timedelta(seconds=10)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeReach:
    """In private: the bot was blocked, or may write again."""

    by: Acting
    reachable: bool


def change_reach(record: Record, command: ChangeReach, now: datetime) -> None:
    person = record.people.by_telegram_id(command.by.telegram_id)
    if person is None:
        return
    if not command.reachable:
        lose(record, person, Reachability.BLOCKED)
    else:
        come_back(record, person, now)


def come_back(record: Record, person: Person, now: datetime) -> Person:
    """Whoever had blocked the bot hears how much they missed; their home card names what waits for them."""
    if person.reachability is Reachability.OK:
        return person
    back = replace(person, reachability=Reachability.OK, missed=0)
    record.people.save(back)
    if person.reachability in {Reachability.BLOCKED, Reachability.GONE}:
        notices.tell(record, back, WelcomeBack(name=back.name, missed=person.missed))
        notices.tell(record, back, home.card(record, back, now))
    return back


def lose(record: Record, person: Person, reachability: Reachability) -> None:
    if person.reachability is not reachability:
        record.people.save(replace(person, reachability=reachability))


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetChat:
    """The bot's own place in a group's chat has changed; `rights` is None when it is no longer there."""

    by: Acting
    chat: Chat
    rights: ChatRights | None


def meet_chat(record: Record, command: MeetChat, now: datetime) -> None:
    """In a chat that nobody bound the bot stays only for a manager, who is asked which group it is for."""
    group, rights = record.groups.by_chat(command.chat.id), command.rights
    if group is not None:
        return _in_bound_chat(record, group, rights)
    if rights is None:
        return None
    manager = _manager(record, command.by)
    if manager is None or command.by.chat_kind is ChatKind.CHANNEL:
        return leave(record, command.chat.id, now + LEAVE_AFTER)
    return _ask_which_group(record, manager, command.chat, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class LeaveAlone:
    """The manager wants the bot out of a chat that is bound to no group."""

    by: Acting
    chat_id: int


def leave_alone(record: Record, command: LeaveAlone, now: datetime) -> None:
    manager = authorise(record, command.by, Act.CREATE_GROUP).known()
    if record.groups.by_chat(command.chat_id) is not None:
        raise Refusal(Why.CHAT_TAKEN)
    leave(record, command.chat_id, now)
    notices.answer(record, command.by, manager, LeftAlone(chat_id=command.chat_id, title=None))


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowChat:
    """A group became a supergroup, with a number of its own."""

    by: Acting
    old: int
    new: int
    bot_id: int


def follow_chat(record: Record, command: FollowChat, now: datetime) -> None:
    record.notices.follow(command.old, command.new)
    move_group(record, old=command.old, new=command.new, bot_id=command.bot_id)


def move_group(record: Record, *, old: int, new: int, bot_id: int) -> None:
    """The old invite link leads nowhere: with what the bot may do in the new chat comes a new one."""
    group = record.groups.by_chat(old)
    record.notices.take_back(new, LeaveChat)
    if group is None:
        return
    record.groups.move(old, new)
    moved = replace(record.groups.by_id(group.id), invite_link=None)
    record.groups.save(moved)
    chat_rights.look_up(record, moved, bot_id)


def leave(record: Record, chat_id: int, at: datetime) -> None:
    address = Address(chat_id=chat_id, language=record.rules.language, zone="UTC")
    record.notices.tell(address, LeaveChat(chat_id=chat_id), Delivery(not_before=at))


def _in_bound_chat(record: Record, group: Group, rights: ChatRights | None) -> None:
    if group.chat_id is not None and rights is not None:
        return chat_rights.keep(record, group.chat_id, rights)
    record.groups.save(
        replace(group, chat_id=None, invite_link=None, sees_messages=False, can_pin=False, can_invite=False)
    )
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, Unbound(group_id=group.id, name=group.name, title=group.chat_title))
    return None


def _manager(record: Record, by: Acting) -> Person | None:
    person = None if by.telegram_id in NOBODY else record.people.by_telegram_id(by.telegram_id)
    return person if person is not None and record.managers.manages(person.id, group_id=None) else None


def _ask_which_group(record: Record, manager: Person, chat: Chat, now: datetime) -> None:
    """A little later while some group is being connected: perhaps with this chat, and the answer is on its way."""
    managed = groups.managed_groups(record, manager)
    connecting = any(record.invitations.has_live_code(group.id, now) for group in managed)
    lines = tuple(groups.group_line(record, group) for group in managed)
    question = WhichGroup(chat_id=chat.id, title=chat.title, groups=lines)
    not_before = now + ASK_AFTER if connecting else None
    notices.tell(record, manager, question, Delivery(placement=Placement.BOTTOM, not_before=not_before))
