"""The home card: one for each person, always with exactly one next step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting, ChatKind
from mentoring.acts import Act
from mentoring.next_steps import next_step
from mentoring.notices.common import GroupSeen, Home, Joined, MyGroups, OldButton, Stranger
from mentoring.notices.relinking import PlaceMoved
from mentoring.people import MembershipState, Reachability, Role
from mentoring.permissions import Standing, authorise, standings_of
from mentoring.places import HERE, is_pair
from mentoring.snoozing import is_snoozing
from mentoring.use_cases import open_questions, own_places, task_counts, waiting_minutes
from mentoring.use_cases.deputies import away_now
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.own_places import resting_places

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.notices import Notice
    from mentoring.people import Membership, Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenHome:
    by: Acting


def open_home(record: Record, command: OpenHome, now: datetime) -> None:
    """Coming home gives up whatever was being asked."""
    actor = authorise(record, command.by, Act.OPEN_HOME)
    if actor.person is not None:
        open_questions.give_up(record, actor.person, now)
    record.prompts.close(command.by.telegram_id)
    if actor.person is None:
        return notices.answer(record, command.by, None, word_for_stranger(record, command.by))
    return show(record, beside_cards(record, command.by), actor.person, now)


def word_for_stranger(record: Record, by: Acting) -> Notice:
    """Also for an account whose place has moved to another."""
    return PlaceMoved() if record.happenings.has_moved_from(by.telegram_id) else Stranger()


def show(record: Record, by: Acting, person: Person, now: datetime, *, joined: Joined | None = None) -> None:
    notices.answer(record, by, person, card(record, person, now, joined=joined))


def card(record: Record, person: Person, now: datetime, *, joined: Joined | None = None) -> Home:
    standings = tuple(sorted(standings_of(record, person)))
    step, resting = next_step(record, person, now), resting_places(record, person)
    return Home(
        name=person.name,
        standings=standings,
        step=step,
        joined=joined,
        resting=resting,
        snoozed_until=person.snoozed_until if is_snoozing(person.snoozed_until, now) else None,
        away=away_now(record, person, now),
        minutes=waiting_minutes.waiting(record, person, now),
        tasks=task_counts.at_home(record, person),
    )


def joined(record: Record, group: Group, role: Role) -> Joined:
    seen_now = seen(record, group)
    return Joined(
        role=role,
        group_name=group.name,
        mentors=seen_now.mentors,
        invite_link=group.invite_link,
        mentees=seen_now.mentees,
        pair=seen_now.pair,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenMyGroups:
    by: Acting


def open_my_groups(record: Record, command: OpenMyGroups, now: datetime) -> None:
    actor = authorise(record, command.by, Act.OPEN_MY_GROUPS)
    person = actor.known()
    mine = [one for one in record.memberships.of_person(person.id) if one.state is MembershipState.ACTIVE]
    groups = tuple(_seen_by(record, one) for one in mine)
    notices.answer(record, command.by, person, MyGroups(groups=groups, mentors=Standing.MENTOR in actor.standings))


@dataclass(frozen=True, kw_only=True, slots=True)
class PressOldButton:
    by: Acting


def press_old_button(record: Record, command: PressOldButton, now: datetime) -> Notice:
    """A button of an older version, or one that nobody ever made: a word over it, and in private the way on."""
    person = record.people.by_telegram_id(command.by.telegram_id)
    if person is not None and command.by.chat_kind is ChatKind.PRIVATE:
        notices.tell(record, person, card(record, person, now))
    return OldButton()


def works_in_pair(record: Record, person: Person) -> bool:
    """Everywhere: nobody need tell them of a group."""
    mine = [one for one in record.memberships.of_person(person.id) if one.state is MembershipState.ACTIVE]
    return bool(mine) and all(is_pair(record.memberships.of_group(one.group_id)) for one in mine)


def _seen_by(record: Record, reader: Membership) -> GroupSeen:
    group = record.groups.by_id(reader.group_id)
    shown = replace(seen(record, group), away=tuple(own_places.away_from(record, group)))
    if reader.role is not Role.MENTOR:
        return shown
    silent = {Reachability.OK, Reachability.ON_PAPER}
    unreachable = (
        one.name
        for one in record.memberships.of_group(group.id)
        if one.state is MembershipState.ACTIVE
        and one.person_id is not None
        and record.people.by_id(one.person_id).reachability not in silent
    )
    return replace(shown, unreachable=tuple(unreachable), led=group.id)


def seen(record: Record, group: Group) -> GroupSeen:
    people = record.memberships.of_group(group.id)
    here = [one for one in people if one.state in HERE]
    return GroupSeen(
        name=group.name,
        mentors=tuple(one.name for one in here if one.role is Role.MENTOR),
        mentees=tuple(one.name for one in here if one.role is Role.MENTEE),
        invite_link=group.invite_link,
        pair=is_pair(people),
    )
