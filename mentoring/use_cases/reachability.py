"""Whether Telegram lets the bot write to somebody: people who never opened it, block it, go for good, or come back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.groups import GroupState
from mentoring.notices import UNTIL_THEY_ARE_BACK, Delivery
from mentoring.notices.joining import WelcomeBack
from mentoring.notices.operating import NoManagerInReach
from mentoring.notices.reachability import NotReached, OpenOurChat
from mentoring.people import MembershipState, Reachability, Role
from mentoring.use_cases import boards, group_cards, home, missed_things
from mentoring.use_cases.operating import tell_one_of_the_others

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from mentoring.ports import Record

#: Each is a line and a button.
THINGS_SHOWN = 5


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
        lose(record, person, Reachability.BLOCKED, now)
    else:
        come_back(record, person, now)


def come_back(record: Record, person: Person, now: datetime) -> Person:
    """Whoever had blocked the bot hears how much they missed; what must arrive comes after it, then their home card."""
    if person.reachability is Reachability.OK:
        return person
    back = replace(person, reachability=Reachability.OK, missed=0)
    record.people.save(back)
    was_gone = person.reachability in {Reachability.BLOCKED, Reachability.GONE}
    if was_gone:
        notices.tell(record, back, _welcome(record, person, now))
    if back.telegram_id is not None:
        record.notices.release(back.telegram_id, UNTIL_THEY_ARE_BACK)
    if was_gone:
        notices.tell(record, back, home.card(record, back, now))
    _cards_follow(record, back, now)
    return back


def _welcome(record: Record, person: Person, now: datetime) -> WelcomeBack:
    things = missed_things.still_open(record, person, now) if person.missed else ()
    shown = tuple(things[:THINGS_SHOWN])
    return WelcomeBack(name=person.name, missed=person.missed, things=shown, more=len(things) - len(shown))


def lose(record: Record, person: Person, reachability: Reachability, now: datetime) -> None:
    """Mentors and managers hear it once; the group is asked once, without a name, unless the account is no more."""
    if reachability in {person.reachability, Reachability.OK} or person.reachability is Reachability.ON_PAPER:
        return
    lost = replace(person, reachability=reachability)
    record.people.save(lost)
    for place in _places(record, lost):
        group = record.groups.by_id(place.group_id)
        _tell_leaders(record, group, place, lost)
        if reachability is not Reachability.GONE:
            once = Delivery(once=f"open_our_chat:{group.id}:{lost.id}", silent=True)
            zone = record.programmes.by_id(group.programme_id).zone
            notices.tell_group(record, group, zone, OpenOurChat(languages=boards.languages(record, group)), once)
    _call_for_help(record, lost)
    _cards_follow(record, lost, now)


def _call_for_help(record: Record, lost: Person) -> None:
    """Where nobody is left who could be told of anything."""
    for programme in record.programmes.managed_by(lost.id):
        managers = (*record.managers.of_programme(programme.id), *record.managers.appointed(programme.id))
        if all(one.reachability is not Reachability.OK for one in managers):
            tell_one_of_the_others(record, NoManagerInReach(programme=programme.name), but={lost.id})


def _tell_leaders(record: Record, group: Group, place: Membership, lost: Person) -> None:
    news = NotReached(
        person_id=lost.id, membership_id=place.id, name=place.name, group=group.name, reachability=lost.reachability
    )
    managers = record.managers.of_programme(group.programme_id)
    mentors = record.submissions.circle(group.id).mentors if place.role is Role.MENTEE else ()
    heard = {one.id: one for one in (*managers, *mentors) if one.id != lost.id}
    manage = {one.id for one in managers}
    for one in heard.values():
        notices.tell(record, one, replace(news, can_open=one.id in manage))


def _cards_follow(record: Record, person: Person, now: datetime) -> None:
    """What managers see of the group, where they have it open."""
    for place in _places(record, person):
        group = record.groups.by_id(place.group_id)
        facts = group_cards.card(record, group, now)
        for manager in record.managers.of_programme(group.programme_id):
            if record.notices.has_card(manager.telegram_id or 0, facts.card()):
                notices.tell(record, manager, facts, notices.PLAIN)


def _places(record: Record, person: Person) -> Sequence[Membership]:
    """Where they take part now."""
    active = [one for one in record.memberships.of_person(person.id) if one.state is MembershipState.ACTIVE]
    return [one for one in active if record.groups.by_id(one.group_id).state is GroupState.RUNNING]
