"""What the bot may do in a group's chat, as Telegram tells it: by an update, or when asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.notices import AT_THE_BOTTOM, Address, Delivery, Placement
from mentoring.notices.chat_members import NotTakenOut
from mentoring.notices.chats import LookUpChat, RevokeInviteLink, Sight
from mentoring.notices.groups import Bound, LookUpRights, MakeInviteLink
from mentoring.people import Language, MembershipState, Role
from mentoring.use_cases import boards, group_cards

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.ports import Record

#: Whoever adds the bot often makes it an administrator a moment later.
PATIENCE = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatRights:
    """An administrator sees every message; privacy mode hides most of them from anybody else."""

    sees_messages: bool
    can_pin: bool
    can_invite: bool
    can_take_out: bool = False


def look_up(record: Record, group: Group, bot_id: int) -> None:
    """The answers come to `keep_face` and `keep`."""
    if group.chat_id is not None:
        _call(record, group.chat_id, LookUpChat(chat_id=group.chat_id))
        _call(record, group.chat_id, LookUpRights(group_id=group.id, chat_id=group.chat_id, bot_id=bot_id))


def keep_face(record: Record, chat_id: int, *, title: str, is_forum: bool) -> None:
    group = record.groups.by_chat(chat_id)
    if group is not None and (group.chat_title, group.is_forum) != (title, is_forum):
        record.groups.save(replace(group, chat_title=title, is_forum=is_forum))


def keep(record: Record, chat_id: int, rights: ChatRights, now: datetime) -> None:
    """The managers' checklist changes in silence, unless something was lost."""
    group = record.groups.by_chat(chat_id)
    if group is None:
        return
    before = group_cards.rights_of(group)
    now_known = replace(group, sees_messages=rights.sees_messages, can_pin=rights.can_pin, can_invite=rights.can_invite)
    record.groups.save(now_known)
    delivery = Delivery() if before <= group_cards.rights_of(now_known) else AT_THE_BOTTOM
    _tell_managers(record, now_known, rights, delivery)
    _tell_mentors(record, now_known, now, lost=group.sees_messages and not rights.sees_messages)
    if rights.can_pin and not group.can_pin:
        boards.pin_standing(record, now_known)
    if rights.can_invite and group.invite_link is None:
        _call(record, chat_id, MakeInviteLink(group_id=group.id, chat_id=chat_id))


def say_by_hand(record: Record, chat_id: int, telegram_id: int) -> None:
    """Telegram did not let the bot take somebody out: the managers can, or can give it the right."""
    group, person = record.groups.by_chat(chat_id), record.people.by_telegram_id(telegram_id)
    if group is None or person is None:
        return
    places = [one for one in record.memberships.of_group(group.id) if one.person_id == person.id]
    for place in places[-1:]:
        left = NotTakenOut(membership_id=place.id, name=place.name, group_name=group.name)
        for manager in record.managers.of_programme(group.programme_id):
            notices.tell(record, manager, left)


def keep_link(record: Record, chat_id: int, link: str) -> None:
    """Only where the chat still is a group's; rights looked up twice at once bring two links, and one is closed."""
    group = record.groups.by_chat(chat_id)
    if group is not None and group.invite_link in {None, link}:
        record.groups.save(replace(group, invite_link=link))
    elif group is not None:
        _call(record, chat_id, RevokeInviteLink(chat_id=chat_id, link=link))


def _tell_managers(record: Record, group: Group, rights: ChatRights, delivery: Delivery) -> None:
    known = group_cards.chat_state(group)
    if known is None:
        return
    chat = replace(known, can_take_out=rights.can_take_out)
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, Bound(group_id=group.id, name=group.name, chat=chat, checked=True), delivery)


def _tell_mentors(record: Record, group: Group, now: datetime, *, lost: bool) -> None:
    """Once while the bot does not see the files, and when it sees them again; rights are often given a moment later."""
    shown = Sight(group_id=group.id, name=group.name, title=group.chat_title, sees=group.sees_messages)
    for mentor in _mentors(record, group):
        known = mentor.telegram_id is not None and record.notices.has_card(mentor.telegram_id, shown.card())
        if group.sees_messages:
            if mentor.telegram_id is not None:
                record.notices.take_back(mentor.telegram_id, Sight, card=shown.card())
            if known:
                notices.tell(record, mentor, shown, Delivery())
        elif lost or not known:
            notices.tell(record, mentor, shown, Delivery(placement=Placement.BOTTOM, not_before=now + PATIENCE))


def _mentors(record: Record, group: Group) -> Iterator[Person]:
    for one in record.memberships.of_group(group.id, Role.MENTOR):
        if one.state is MembershipState.ACTIVE and one.person_id is not None:
            yield record.people.by_id(one.person_id)


def _call(record: Record, chat_id: int, notice: LookUpChat | LookUpRights | MakeInviteLink | RevokeInviteLink) -> None:
    record.notices.tell(Address(chat_id=chat_id, language=Language.EN, zone="UTC"), notice, Delivery())
