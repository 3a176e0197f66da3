"""A group's card: who has joined, who has not, and how its Telegram group stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mentoring import namesakes, notices
from mentoring.drafting import counted
from mentoring.groups import GroupState
from mentoring.notices import Delivery, Placement
from mentoring.notices.groups import ChatState, GroupCard, Listed, Presence
from mentoring.people import MembershipState, Reachability, Role
from mentoring.places import STAYING
from mentoring.use_cases import boards

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring.acting import Acting
    from mentoring.groups import Group
    from mentoring.people import Membership
    from mentoring.ports import Record

_EVER = datetime(1970, 1, 1, tzinfo=UTC)
THERE = frozenset({MembershipState.EXPECTED, MembershipState.ACTIVE})


def show(record: Record, by: Acting, group: Group, now: datetime, *, repeated: int = 0, more: bool = False) -> None:
    """To the manager who asked for it."""
    manager = record.people.by_telegram_id(by.telegram_id)
    notices.answer(record, by, manager, replace(card(record, group, now, repeated=repeated), more=more))


def refresh(record: Record, group: Group, now: datetime) -> None:
    """For every manager, in silence while somebody is missing; the last one to join is worth a sound."""
    facts = card(record, group, now)
    complete = all(one.presence is not Presence.EXPECTED for one in facts.people)
    delivery = Delivery(placement=Placement.BOTTOM if complete else Placement.EDIT)
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, facts, delivery)
    boards.show(record, group, now)


def card(record: Record, group: Group, now: datetime, *, repeated: int = 0) -> GroupCard:
    live = record.invitations.live_of(group.id, now)
    people = listed(record, group)
    return GroupCard(
        group_id=group.id,
        name=group.name,
        people=people,
        chat=chat_state(group),
        linked_until=min((one.expires_at for one in live), default=None),
        repeated=repeated,
        code=group.code or "",
        trial=record.trial_groups.is_trial(group.id),
        state=group.state,
        unplanned=_is_unplanned(record, group, people),
    )


def _is_unplanned(record: Record, group: Group, people: Sequence[Listed]) -> bool:
    if group.state is not GroupState.RUNNING or not {one.role for one in people} >= {Role.MENTOR, Role.MENTEE}:
        return False
    return not counted(record.sessions.of_groups([group.id], since=_EVER))


def listed(record: Record, group: Group, *, also_removed: bool = False) -> tuple[Listed, ...]:
    """Mentors first, and whoever takes no part any more last."""
    hidden = {MembershipState.MOVED} if also_removed else {MembershipState.MOVED, MembershipState.REMOVED}
    shown = [one for one in record.memberships.of_group(group.id) if one.state not in hidden]
    ordered = sorted(shown, key=lambda one: (one.state not in STAYING, one.role is not Role.MENTOR))
    names = Counter(one.name.casefold() for one in shown)
    lines = ((one, _listed(record, one)) for one in ordered)
    return tuple(
        replace(line, name=_told_apart(record, one)) if names[one.name.casefold()] > 1 else line for one, line in lines
    )


def _told_apart(record: Record, membership: Membership) -> str:
    """Namesakes by the end of their number on Telegram."""
    person = None if membership.person_id is None else record.people.by_id(membership.person_id)
    if person is None or person.telegram_id is None:
        return membership.name
    return f"{membership.name} ({namesakes.tail(person.telegram_id)})"


def chat_state(group: Group) -> ChatState | None:
    if group.chat_id is None:
        return None
    return ChatState(
        title=group.chat_title,
        sees_messages=group.sees_messages,
        can_pin=group.can_pin,
        can_invite=group.can_invite,
    )


def rights_of(group: Group) -> frozenset[str]:
    """What the bot may do in the chat, to be compared."""
    rights = {"see": group.sees_messages, "pin": group.can_pin, "invite": group.can_invite}
    return frozenset(name for name, held in rights.items() if held)


def _listed(record: Record, membership: Membership) -> Listed:
    return Listed(
        membership_id=membership.id,
        name=membership.name,
        role=membership.role,
        presence=presence(record, membership),
        since=membership.changed_at,
        until=membership.paused_until,
    )


def presence(record: Record, membership: Membership) -> Presence:
    if membership.state in _NOT_HERE:
        return _NOT_HERE[membership.state]
    if membership.person_id is None:
        return Presence.EXPECTED
    match record.people.by_id(membership.person_id).reachability:
        case Reachability.OK:
            return Presence.JOINED
        case Reachability.ON_PAPER:
            return Presence.ON_PAPER
        case _:
            return Presence.UNREACHABLE


_NOT_HERE: Mapping[MembershipState, Presence] = {
    MembershipState.EXPECTED: Presence.EXPECTED,
    MembershipState.PAUSED: Presence.PAUSED,
    MembershipState.LEFT: Presence.LEFT,
    MembershipState.REMOVED: Presence.REMOVED,
    MembershipState.MOVED: Presence.REMOVED,
    MembershipState.COMPLETED: Presence.COMPLETED,
    MembershipState.COMPLETED_EARLY: Presence.COMPLETED,
}
