"""One person of a group as its manager sees them, with what can be done about their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices, places
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import MembershipId
from mentoring.notices import Address, Delivery
from mentoring.notices.places import PersonCard, TakeOutOfChat, TakingOutOfChat
from mentoring.people import MembershipState, Reachability
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import group_cards

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.notices import Notice
    from mentoring.people import Membership
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenPerson:
    by: Acting
    membership_id: MembershipId


def open_person(record: Record, command: OpenPerson, now: datetime) -> None:
    membership = managed_place(record, command.by, command.membership_id)
    record.prompts.close(command.by.telegram_id)
    show(record, command.by, membership, now)


def take_out_of_chat(record: Record, command: OpenPerson, _: datetime) -> Notice:
    """Their own wish, or the manager's; whether Telegram lets the bot do it shows in the chat."""
    membership = record.memberships.by_id(command.membership_id)
    if membership is None:
        authorise(record, command.by, Act.COME_BACK)
        raise Refusal(Why.GONE)
    person = authorise(record, command.by, Act.COME_BACK).known()
    if membership.person_id != person.id:
        authorise(record, command.by, Act.MANAGE_GROUP, group_id=membership.group_id)
    group = record.groups.by_id(membership.group_id)
    member = record.people.by_id(membership.person_id) if membership.person_id is not None else None
    if group.chat_id is None or member is None or member.telegram_id is None or not stands_in_chat(group, membership):
        raise Refusal(Why.ALREADY_DONE)
    address = Address(chat_id=group.chat_id, language=group.language, zone="UTC")
    record.notices.tell(address, TakeOutOfChat(chat_id=group.chat_id, telegram_id=member.telegram_id), Delivery())
    return TakingOutOfChat()


def show(record: Record, by: Acting, membership: Membership, _: datetime) -> None:
    manager = record.people.by_telegram_id(by.telegram_id)
    notices.answer(record, by, manager, card(record, membership))


def card(record: Record, membership: Membership) -> PersonCard:
    group = record.groups.by_id(membership.group_id)
    return PersonCard(
        membership_id=membership.id,
        group_id=group.id,
        group_name=group.name,
        name=membership.name,
        role=membership.role,
        state=membership.state,
        presence=group_cards.presence(record, membership),
        since=membership.changed_at or membership.created_at,
        until=membership.paused_until,
        reason=membership.reason,
        out_of_chat=group.chat_id is not None and membership.left_chat_at is not None,
        in_chat=membership.state not in places.STAYING and stands_in_chat(group, membership),
        deeds=places.deeds_open(membership),
        on_paper=_is_on_paper(record, membership),
    )


def _is_on_paper(record: Record, membership: Membership) -> bool:
    person_id = membership.person_id
    return person_id is not None and record.people.by_id(person_id).reachability is Reachability.ON_PAPER


def stands_in_chat(group: Group, membership: Membership) -> bool:
    """As far as Telegram has told us."""
    return group.chat_id is not None and membership.person_id is not None and membership.left_chat_at is None


def managed_place(record: Record, by: Acting, membership_id: MembershipId) -> Membership:
    """Raises Refusal unless `by` manages that place's group."""
    membership = record.memberships.by_id(membership_id)
    if membership is None or membership.state is MembershipState.MOVED:
        authorise(record, by, Act.MANAGE_GROUP)
        raise Refusal(Why.GONE)
    authorise(record, by, Act.MANAGE_GROUP, group_id=membership.group_id)
    return membership
