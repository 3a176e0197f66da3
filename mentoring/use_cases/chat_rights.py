"""What the bot may do in a group's chat, as Telegram tells it: by an update, or when asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.notices import AT_THE_BOTTOM, Address, Delivery
from mentoring.notices.groups import Bound, LookUpRights, MakeInviteLink
from mentoring.use_cases import boards, group_cards

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatRights:
    """An administrator sees every message; privacy mode hides most of them from anybody else."""

    sees_messages: bool
    can_pin: bool
    can_invite: bool


def look_up(record: Record, group: Group, bot_id: int) -> None:
    """The answer comes to `keep`."""
    if group.chat_id is not None:
        question = LookUpRights(group_id=group.id, chat_id=group.chat_id, bot_id=bot_id)
        _call(record, group.chat_id, question)


def keep(record: Record, chat_id: int, rights: ChatRights) -> None:
    """The managers' checklist changes in silence, unless something was lost."""
    group = record.groups.by_chat(chat_id)
    if group is None:
        return
    before = group_cards.rights_of(group)
    now_known = replace(group, sees_messages=rights.sees_messages, can_pin=rights.can_pin, can_invite=rights.can_invite)
    record.groups.save(now_known)
    _tell_managers(record, now_known, Delivery() if before <= group_cards.rights_of(now_known) else AT_THE_BOTTOM)
    if rights.can_pin and not group.can_pin:
        boards.pin_standing(record, now_known)
    if rights.can_invite and group.invite_link is None:
        _call(record, chat_id, MakeInviteLink(group_id=group.id, chat_id=chat_id))


def keep_link(record: Record, chat_id: int, link: str) -> None:
    """Only where the chat still is a group's."""
    group = record.groups.by_chat(chat_id)
    if group is not None:
        record.groups.save(replace(group, invite_link=link))


def _tell_managers(record: Record, group: Group, delivery: Delivery) -> None:
    chat = group_cards.chat_state(group)
    if chat is None:
        return
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, Bound(group_id=group.id, name=group.name, chat=chat, checked=True), delivery)


def _call(record: Record, chat_id: int, notice: LookUpRights | MakeInviteLink) -> None:
    record.notices.tell(Address(chat_id=chat_id, language=record.rules.language, zone="UTC"), notice, Delivery())
