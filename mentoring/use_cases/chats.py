"""The bot's own place in group chats: added, removed, brought back, moved, renamed, divided into topics."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting, ChatKind
from mentoring.acts import Act
from mentoring.notices import Address, Delivery, Placement
from mentoring.notices.chats import AddedBack, NeedsCode, TopicsOn
from mentoring.notices.groups import LeaveChat, LeftAlone, WhichGroup
from mentoring.people import Language
from mentoring.permissions import NOBODY, authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import boards, chat_rights, groups, hygiene, unbinding
from mentoring.use_cases.binding import Chat
from mentoring.use_cases.chat_rights import ChatRights

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.ports import Record

#: A group that becomes a supergroup looks like a foreign chat for a moment; well within the ten seconds allowed.
SPEAK_AFTER, LEAVE_AFTER = timedelta(seconds=3), timedelta(seconds=4)
#: The add-to-group link and the list of chats say within a moment which group a chat is for.
ASK_AFTER = timedelta(seconds=10)
#: So long the bot waits in a chat that it knows for a manager's word.
STAYS = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetChat:
    """The bot's own place in a group's chat has changed; `rights` is None when it is no longer there."""

    by: Acting
    chat: Chat
    rights: ChatRights | None


def meet_chat(record: Record, command: MeetChat, now: datetime) -> None:
    """In a chat that nobody bound the bot stays only for a manager, who is asked which group it is for.

    What comes late about a group that became a supergroup is about the past.
    """
    if record.notices.present_chat(command.chat.id) != command.chat.id:
        return None
    group, rights = record.groups.by_chat(command.chat.id), command.rights
    if group is not None:
        group = _renamed(record, group, command.chat.title)
        if rights is None:
            return unbinding.lose(record, group, command.by, now)
        return chat_rights.keep(record, command.chat.id, rights, now)
    if rights is None:
        return None
    served = unbinding.former(record, command.chat.id)
    if served is not None:
        return _ask_whether_again(record, served, command, now)
    manager = _manager(record, command.by)
    if manager is None or command.by.chat_kind is ChatKind.CHANNEL:
        return _go(record, command, now)
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
    move_group(record, old=command.old, new=command.new, bot_id=command.bot_id, now=now)


def move_group(record: Record, *, old: int, new: int, bot_id: int, now: datetime) -> None:
    """The old invite link leads nowhere and the old board is out of reach: with the rights comes a new link."""
    group = record.groups.by_chat(old)
    for mistaken in (LeaveChat, NeedsCode):
        record.notices.take_back(new, mistaken)
    if group is None:
        return
    record.groups.move(old, new)
    moved = replace(record.groups.by_id(group.id), invite_link=None, can_pin=False, topic_id=None)
    record.groups.save(moved)
    boards.show(record, moved, now)
    chat_rights.look_up(record, moved, bot_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class RenameChat:
    by: Acting
    title: str


def rename_chat(record: Record, command: RenameChat, now: datetime) -> None:
    group = record.groups.by_chat(command.by.chat_id)
    if group is not None:
        _renamed(record, group, command.title)


def _renamed(record: Record, group: Group, title: str | None) -> Group:
    if title is None or title == group.chat_title:
        return group
    called = replace(group, chat_title=title)
    record.groups.save(called)
    return called


@dataclass(frozen=True, kw_only=True, slots=True)
class SeeTopics:
    """Somebody has opened a topic."""

    by: Acting


def see_topics(record: Record, command: SeeTopics, now: datetime) -> None:
    """Said once to the managers, who may choose a topic for the bot."""
    group = record.groups.by_chat(command.by.chat_id)
    if group is None or group.is_forum:
        return
    record.groups.save(replace(group, is_forum=True))
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, TopicsOn(name=group.name, title=group.chat_title))


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteHere:
    """Typed in a chat, perhaps in one of its topics."""

    by: Acting


def write_here(record: Record, command: WriteHere, now: datetime) -> None:
    """A manager shows the bot its place: the board comes there. Anybody else is answered as after any command."""
    by, group = command.by, record.groups.by_chat(command.by.chat_id)
    manager = _manager(record, by)
    if group is None or manager is None or not record.managers.manages(manager.id, group_id=group.id):
        return hygiene.command_in_group(record, hygiene.CommandInGroup(by=by), now)
    placed = replace(group, topic_id=by.thread_id, is_forum=group.is_forum or by.thread_id is not None)
    record.groups.save(placed)
    return boards.post_anew(record, placed, now)


def forget_topic(record: Record, chat_id: int, thread_id: int) -> None:
    """The topic is gone: from now on the bot writes to all."""
    group = record.groups.by_chat(chat_id)
    if group is not None and group.topic_id == thread_id:
        record.groups.save(replace(group, topic_id=None))


def leave(record: Record, chat_id: int, at: datetime) -> None:
    address = Address(chat_id=chat_id, language=Language.EN, zone="UTC")
    record.notices.tell(address, LeaveChat(chat_id=chat_id), Delivery(not_before=at))


def _go(record: Record, command: MeetChat, now: datetime) -> None:
    """Not without a word about what would keep the bot there, said once however often somebody adds it."""
    if command.by.chat_kind is not ChatKind.CHANNEL:
        address = Address(chat_id=command.chat.id, language=command.by.language, zone="UTC")
        once = Delivery(not_before=now + SPEAK_AFTER, once=f"needs-code:{command.chat.id}")
        record.notices.tell(address, NeedsCode(), once)
    leave(record, command.chat.id, now + LEAVE_AFTER)


def _ask_whether_again(record: Record, group: Group, command: MeetChat, now: datetime) -> None:
    """Whoever brought the bot back, its managers decide; it waits for them for a day."""
    asked = AddedBack(
        chat_id=command.chat.id, title=command.chat.title, group_id=group.id, name=group.name, by=command.by.name
    )
    for manager in record.managers.of_programme(group.programme_id):
        themselves = manager.telegram_id == command.by.telegram_id
        notices.tell(record, manager, replace(asked, by=None) if themselves else asked)
    leave(record, command.chat.id, now + STAYS)


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
