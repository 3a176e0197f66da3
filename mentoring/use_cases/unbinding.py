"""A group parts with its Telegram chat: by a manager's word, for another chat, or because the bot was removed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.happenings import HappeningKind
from mentoring.ids import GroupId
from mentoring.notices import AT_THE_BOTTOM, Address, Delivery
from mentoring.notices.boards import board_of
from mentoring.notices.chats import ConfirmUnbinding, Farewell, RevokeInviteLink
from mentoring.notices.groups import LeaveChat, Unbound
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import boards, group_cards
from mentoring.use_cases.groups import managed

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.ports import Record

#: Until then the old board is taken down.
LEAVES_AFTER = timedelta(seconds=5)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unbind:
    """`sure` is pressed on the question that comes first."""

    by: Acting
    group_id: GroupId
    sure: bool


def unbind(record: Record, command: Unbind, now: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.BIND_CHAT)
    manager = record.people.by_telegram_id(command.by.telegram_id)
    if group.chat_id is None:
        raise Refusal(Why.ALREADY_DONE)
    if not command.sure:
        question = ConfirmUnbinding(group_id=group.id, name=group.name, title=group.chat_title)
        return notices.answer(record, command.by, manager, question)
    return group_cards.show(record, command.by, part(record, group, manager, now, moves=False), now)


def part(record: Record, group: Group, by: Person | None, now: datetime, *, moves: bool) -> Group:
    """The bot says goodbye in neutral words, closes its link and leaves; the group as it is then."""
    if group.chat_id is None:
        return group
    chat_id, zone = group.chat_id, record.programmes.by_id(group.programme_id).zone
    spoken = boards.languages(record, group)
    farewell = Farewell(name=group.name, moves=moves, languages=spoken, board=board_of(group.id))
    notices.tell_group(record, group, zone, farewell, AT_THE_BOTTOM)
    address = Address(chat_id=chat_id, language=group.language, zone=zone)
    if group.invite_link is not None:
        record.notices.tell(address, RevokeInviteLink(chat_id=chat_id, link=group.invite_link), Delivery())
    record.notices.tell(address, LeaveChat(chat_id=chat_id), Delivery(not_before=now + LEAVES_AFTER))
    return _released(record, group, chat_id, by, now)


def lose(record: Record, group: Group, by: Acting, now: datetime) -> None:
    """Somebody removed the bot: what is private goes on, and the managers can bring it back."""
    if group.chat_id is None:
        return
    _released(record, group, group.chat_id, record.people.by_telegram_id(by.telegram_id), now)
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, Unbound(group_id=group.id, name=group.name, title=group.chat_title))


def former(record: Record, chat_id: int) -> Group | None:
    """The group that was served in this chat last, if it has none now."""
    parted = record.happenings.last(HappeningKind.CHAT_UNBOUND, text=str(chat_id))
    group = None if parted is None or parted.group_id is None else record.groups.by_id(parted.group_id)
    return group if group is not None and group.chat_id is None else None


def _released(record: Record, group: Group, chat_id: int, by: Person | None, now: datetime) -> Group:
    """The history keeps the chat's number, by which the bot knows the chat again."""
    released = replace(
        group,
        chat_id=None,
        invite_link=None,
        sees_messages=False,
        can_pin=False,
        can_invite=False,
        is_forum=False,
        topic_id=None,
    )
    record.groups.save(released)
    by_id = None if by is None else by.id
    record.happenings.add(HappeningKind.CHAT_UNBOUND, now=now, group_id=group.id, by_id=by_id, text=str(chat_id))
    return released
