"""A person's own door: pause or leave, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import GroupState
from mentoring.ids import MembershipId
from mentoring.notices import Delivery, Placement
from mentoring.notices.places import AskToReturn, NotBack, OwnPlaces, ReturnAwaited, ReturnDecided
from mentoring.people import MembershipState
from mentoring.permissions import authorise
from mentoring.places import Deed
from mentoring.refusals import Refusal, Why
from mentoring.use_cases.deeds import AskRest, ask_rest
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.own_places import as_seen, own_places
from mentoring.use_cases.people_cards import managed_place
from mentoring.use_cases.places import Change, change

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Membership, Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenRest:
    by: Acting


def open_rest(record: Record, command: OpenRest, now: datetime) -> None:
    """Straight to the question where there is only one place that it can be about."""
    person = authorise(record, command.by, Act.COME_BACK).known()
    mine = own_places(record, person)
    if not mine:
        raise Refusal(Why.NOT_ALLOWED)
    if len(mine) == 1 and mine[0].state is MembershipState.ACTIVE:
        return ask_rest(record, AskRest(by=command.by, membership_id=mine[0].id), now)
    lines = tuple(as_seen(record, one) for one in mine)
    return notices.answer(record, beside_cards(record, command.by), person, OwnPlaces(places=lines))


@dataclass(frozen=True, kw_only=True, slots=True)
class ComeBack:
    by: Acting
    membership_id: MembershipId


def come_back(record: Record, command: ComeBack, now: datetime) -> None:
    """Whoever left asks, and the manager says yes with one tap."""
    person = authorise(record, command.by, Act.COME_BACK).known()
    membership = record.memberships.by_id(command.membership_id)
    if membership is None or membership.person_id != person.id:
        raise Refusal(Why.NOT_ALLOWED)
    if membership not in own_places(record, person) or membership.state is not MembershipState.LEFT:
        raise Refusal(Why.ALREADY_DONE)
    group = record.groups.by_id(membership.group_id)
    if group.state is not GroupState.RUNNING:
        raise Refusal(Why.GROUP_CLOSED)
    question = AskToReturn(membership_id=membership.id, name=membership.name, group_name=group.name)
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, question, _once_a_day(membership, manager, now))
    notices.answer(record, command.by, person, ReturnAwaited(group_name=group.name))


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideReturn:
    by: Acting
    membership_id: MembershipId
    yes: bool


def decide_return(record: Record, command: DecideReturn, now: datetime) -> None:
    membership = managed_place(record, command.by, command.membership_id)
    manager = authorise(record, command.by, Act.MANAGE_GROUP, group_id=membership.group_id).known()
    if membership.state is not MembershipState.LEFT or membership.person_id is None:
        raise Refusal(Why.ALREADY_DONE)
    group = record.groups.by_id(membership.group_id)
    if command.yes:
        change(record, membership, Change(deed=Deed.RETURN, by=manager), now)
    else:
        notices.tell(record, record.people.by_id(membership.person_id), NotBack(group_name=group.name))
    decided = ReturnDecided(
        membership_id=membership.id, name=membership.name, group_name=group.name, let_in=command.yes
    )
    notices.answer(record, command.by, manager, decided)
    for other in record.managers.of_programme(group.programme_id):
        if other.id != manager.id and record.notices.has_card(other.telegram_id or 0, decided.card()):
            notices.tell(record, other, decided, Delivery(placement=Placement.EDIT))


def _once_a_day(membership: Membership, manager: Person, now: datetime) -> Delivery:
    day = zones.wall(now, manager.zone).date().isoformat()
    return Delivery(placement=Placement.BOTTOM, once=f"return:{membership.id}:{manager.id}:{day}")
