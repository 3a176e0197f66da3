"""People without Telegram: mentor or manager names them, and one day they may come in themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import GroupState
from mentoring.happenings import HappeningKind
from mentoring.ids import GroupId, MembershipId
from mentoring.notices.on_paper import AddedOnPaper, AskNamesOnPaper, ChooseGroupOnPaper, LedGroup
from mentoring.notices.sending import PaperChoice
from mentoring.people import MembershipState, Reachability, Role
from mentoring.permissions import LEADING, authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import people_cards, places, session_cards
from mentoring.use_cases.menu import beside_cards

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from mentoring.permissions import Actor
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class AddOnPaper:
    """`group_id` None lets a mentor of several groups choose."""

    by: Acting
    group_id: GroupId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class GetsTelegram:
    """`yes` opens the seat for a join link; without it the person is on paper again."""

    by: Acting
    membership_id: MembershipId
    yes: bool


def add_on_paper(record: Record, command: AddOnPaper, now: datetime) -> None:
    actor = authorise(record, command.by, Act.ADD_ON_PAPER, group_id=command.group_id)
    mine = actor.groups_as(Role.MENTOR) or tuple(_managed(record, actor.known()))
    group_id = command.group_id or (mine[0] if len(mine) == 1 else None)
    if group_id is None:
        lines = tuple(LedGroup(group_id=one, name=record.groups.by_id(one).name) for one in mine)
        return notices.answer(record, command.by, actor.person, ChooseGroupOnPaper(groups=lines))
    group = _running(record, group_id)
    return _ask_names(record, beside_cards(record, command.by), actor.known(), group, now)


def names_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    group_id = GroupId(prompt.number("group_id"))
    person = authorise(record, by, Act.ADD_ON_PAPER, group_id=group_id).known()
    group = _running(record, group_id)
    there = [one for one in record.memberships.of_group(group.id, Role.MENTEE) if _is_there(one)]
    taken = [one.name for one in there if one.person_id is not None]
    new = names.new_among(names.listed(text), taken)
    if not new:
        return _ask_names(record, by, person, group, now)
    for name in new:
        _add(record, group, name, by=person, now=now)
    record.prompts.close(by.telegram_id)
    session_cards.include_newcomer(record, group, now)
    places.cards_follow(record, group, now)
    return notices.answer(record, by, person, AddedOnPaper(group_name=group.name, names=tuple(new)))


def choices(record: Record, actor: Actor) -> tuple[PaperChoice, ...]:
    """For whom somebody may file: the people without Telegram in the groups that they mentor or manage."""
    if not actor.standings & LEADING:
        return ()
    return of_groups(record, [*actor.groups_as(Role.MENTOR), *_managed(record, actor.known())])


def of_groups(record: Record, group_ids: Sequence[GroupId]) -> tuple[PaperChoice, ...]:
    return tuple(
        PaperChoice(membership_id=one.id, name=one.name, group=record.groups.by_id(group_id).name)
        for group_id in dict.fromkeys(group_ids)
        for one in record.memberships.of_group(group_id, Role.MENTEE)
        if is_on_paper(record, one)
    )


def choices_of(record: Record, person: Person) -> tuple[PaperChoice, ...]:
    """As `choices`, where nobody acts: an album has become complete."""
    mine = record.memberships.of_person(person.id)
    mentored = [one.group_id for one in mine if one.role is Role.MENTOR and one.state is MembershipState.ACTIVE]
    return of_groups(record, [*mentored, *_managed(record, person)])


def is_on_paper(record: Record, one: Membership) -> bool:
    if one.person_id is None or one.state is not MembershipState.ACTIVE:
        return False
    return record.people.by_id(one.person_id).reachability is Reachability.ON_PAPER


def gets_telegram(record: Record, command: GetsTelegram, now: datetime) -> None:
    """Their seat stands on the list of the join link; whoever takes it goes on where they were on paper."""
    place = people_cards.managed_place(record, command.by, command.membership_id)
    person = record.people.by_id(place.person_id) if place.person_id is not None else None
    before, after = MembershipState.ACTIVE, MembershipState.EXPECTED
    if not command.yes:
        before, after = after, before
    if person is None or person.reachability is not Reachability.ON_PAPER or place.state is not before:
        raise Refusal(Why.ALREADY_DONE)
    changed = replace(place, state=after, changed_at=now)
    record.memberships.save(changed)
    group = record.groups.by_id(place.group_id)
    places.reseat(record, group, place.role)
    people_cards.show(record, command.by, changed, now)
    places.cards_follow(record, group, now)


def freed(record: Record, by: Acting, seat: Membership) -> Membership:
    """The seat of somebody who was on paper until now: what was theirs is the joiner's, who is the same person."""
    if seat.person_id is None:
        return seat
    on_paper, known = record.people.by_id(seat.person_id), record.people.by_telegram_id(by.telegram_id)
    free = replace(seat, person_id=None)
    record.memberships.save(free)
    if known is None:
        record.people.save(replace(on_paper, telegram_id=by.telegram_id, language=by.language))
        return free
    record.people.merge(on_paper.id, into=known.id)
    return free


def _add(record: Record, group: Group, name: str, *, by: Person, now: datetime) -> None:
    """A name on the list that nobody has taken is theirs."""
    zone = record.programmes.by_id(group.programme_id).zone
    person = record.people.add(telegram_id=None, name=name, language=group.language, zone=zone, now=now)
    record.people.save(replace(person, reachability=Reachability.ON_PAPER))
    listed = record.memberships.of_group(group.id, Role.MENTEE)
    free = (one for one in listed if one.state is MembershipState.EXPECTED and one.person_id is None)
    seat = next((one for one in free if one.name.casefold() == name.casefold()), None)
    if seat is None:
        seat = record.memberships.expect(group_id=group.id, role=Role.MENTEE, name=name, now=now)
    record.memberships.save(replace(seat, person_id=person.id, state=MembershipState.ACTIVE, changed_at=now))
    places.reseat(record, group, Role.MENTEE)
    record.happenings.add(HappeningKind.JOINED, now=now, group_id=group.id, person_id=person.id, by_id=by.id)


def _ask_names(record: Record, by: Acting, person: Person, group: Group, now: datetime) -> None:
    prompt = Prompt(
        telegram_id=by.telegram_id,
        asking=Asking.PAPER_NAMES,
        draft={"group_id": group.id},
        expires_at=now + VALID,
    )
    record.prompts.ask(prompt)
    notices.answer(record, by, person, AskNamesOnPaper(group_id=group.id, group_name=group.name))


def _running(record: Record, group_id: GroupId) -> Group:
    group = record.groups.by_id(group_id)
    if group.state is not GroupState.RUNNING:
        raise Refusal(Why.GROUP_CLOSED)
    return group


def _is_there(one: Membership) -> bool:
    return one.state in {MembershipState.EXPECTED, MembershipState.ACTIVE, MembershipState.PAUSED}


def _managed(record: Record, person: Person) -> Sequence[GroupId]:
    programmes = record.programmes.managed_by(person.id)
    return [group.id for programme in programmes for group in record.groups.of_programme(programme.id)]
