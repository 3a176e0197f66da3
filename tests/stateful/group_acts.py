"""Groups finish, open again, merge and split; mentors are replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.group_deeds import GroupDeed
from mentoring.ids import GroupId, MembershipId, PersonId
from mentoring.use_cases import group_life, replacing
from mentoring.use_cases.answering import Answer, answer
from tests.stateful.model import HERE, OPEN, Group, Place
from tests.stateful.world import Step, act

if TYPE_CHECKING:
    from tests.stateful.world import World

_NEEDS = {
    GroupDeed.COMPLETE: {"running"},
    GroupDeed.COMPLETE_EARLY: {"running"},
    GroupDeed.MERGE: {"running"},
    GroupDeed.SPLIT: {"running"},
    GroupDeed.REOPEN: {"completed", "completed_early"},
}
_WEIGHTS = {
    GroupDeed.COMPLETE: 1,
    GroupDeed.COMPLETE_EARLY: 1,
    GroupDeed.REOPEN: 4,
    GroupDeed.MERGE: 4,
    GroupDeed.SPLIT: 2,
}


def ask(world: World) -> None:
    group = world.chance.choice([*world.model.groups])
    [deed] = world.chance.choices([*_WEIGHTS], [*_WEIGHTS.values()])
    account = world.manager_of(group)
    into = world.chance.choice([*world.model.groups]) if deed is GroupDeed.MERGE else None
    command = group_life.AskAboutGroup(
        by=world.by(account), group_id=GroupId(group), deed=deed, into_id=None if into is None else GroupId(into)
    )
    draft: dict[str, object] = {"group": group, "deed": deed, "into": into, "picked": set()}
    asked = world.take(
        Step(
            name=f"ask_group {deed.value} {group} {into or ''}",
            by=account,
            doing=act(group_life.ask_about_group, command),
            allowed=_may(world, account, group, deed, into),
            then=lambda: world.group_deeds.__setitem__(account, draft),
        )
    )
    if asked and deed is GroupDeed.SPLIT:
        _pick(world, account, group)
    if asked and world.chance.random() < 0.6:
        confirm(world, account)


def _may(world: World, account: int, group: int, deed: GroupDeed, into: int | None) -> bool:
    model, person = world.model, world.person(account)
    may = model.manages(person, group) and model.groups[group].state in _NEEDS[deed]
    if into is None or not may:
        return may
    other = model.groups[into]
    is_near = other.programme == model.groups[group].programme and other.state == "running" and into != group
    return is_near and model.manages(person, into)


def _pick(world: World, account: int, group: int) -> None:
    """Everybody has a say in who goes along, but only the manager is heard."""
    by = world.by(account)
    world.take(
        Step(name="name_split", by=account, doing=act(answer, Answer(by=by, text=f"S{world.next()}")), allowed=True)
    )
    picked: set[int] = set()
    for number in [number for number, one in world.model.places.items() if one.group == group and one.state in HERE]:
        if world.chance.random() < 0.5:
            command = group_life.PickForSplit(by=by, group_id=GroupId(group), membership_id=MembershipId(number))
            if world.take(
                Step(name=f"pick {number}", by=account, doing=act(group_life.pick_for_split, command), allowed=True)
            ):
                picked.add(number)
    done = group_life.PickForSplit(by=by, group_id=GroupId(group), membership_id=None)
    world.take(Step(name="pick all", by=account, doing=act(group_life.pick_for_split, done), allowed=True))
    world.group_deeds[account] = {"group": group, "deed": GroupDeed.SPLIT, "into": None, "picked": picked}


def confirm(world: World, account: int | None = None) -> None:
    if not world.group_deeds:
        return
    account = account or world.chance.choice([*world.group_deeds])
    draft = world.group_deeds.pop(account)
    group, deed, into, picked = draft["group"], draft["deed"], draft["into"], draft["picked"]
    assert isinstance(group, int)
    assert isinstance(deed, GroupDeed)
    assert into is None or isinstance(into, int)
    assert isinstance(picked, set)
    by = account if world.chance.random() < 0.9 else world.somebody()
    command = group_life.ConfirmGroupDeed(by=world.by(by), group_id=GroupId(group), deed=deed)

    def then() -> None:
        match deed:
            case GroupDeed.COMPLETE | GroupDeed.COMPLETE_EARLY:
                _finish(world, group, deed)
            case GroupDeed.REOPEN:
                _reopen(world, group)
            case GroupDeed.MERGE:
                assert into is not None
                _merge(world, group, into)
            case GroupDeed.SPLIT:
                _split(world, group, picked)

    world.take(
        Step(
            name=f"{deed.value} group {group} {into or ''}",
            meets=lambda number: world.model.sessions[number] == group,
            by=by,
            doing=act(group_life.confirm_group_deed, command),
            absences=True,
            allowed=_may(world, by, group, deed, into),
            then=then,
        )
    )


def _mentees(world: World, group: int, picked: set[int] | None) -> set[int | None]:
    """Whose papers go along: everybody's who ever was there, or of those picked."""
    places = world.model.places.items()
    return {
        one.person
        for number, one in places
        if one.group == group and one.role == "mentee" and (picked is None or number in picked)
    }


def _finish(world: World, group: int, deed: GroupDeed) -> None:
    state = "completed" if deed is GroupDeed.COMPLETE else "completed_early"
    world.model.groups[group].state = state
    for one in world.model.of_group(group, "mentee"):
        if one.state in HERE:
            world.model.become(one, state)
            one.finished_with_group = True


def _reopen(world: World, group: int) -> None:
    world.model.groups[group].state = "running"
    for one in world.model.of_group(group, "mentee"):
        if one.finished_with_group:
            world.model.become(one, "active")


def _merge(world: World, group: int, into: int) -> None:
    for one in world.model.of_group(group):
        if one.state in HERE:
            _move(world, one, into)
        elif one.state == "expected":
            world.model.become(one, "moved")
            world.model.coming.append(Place(group=into, role=one.role, person=one.person, state="expected"))
    world.model.groups[group].state = "merged"
    _regroup(world, _mentees(world, group, None), group, into)


def _split(world: World, group: int, picked: set[int]) -> None:
    """Neither group is left without a mentor."""
    model = world.model
    new = max(
        int(one.id) for one in world.record.groups.of_programme(world.record.groups.by_id(GroupId(group)).programme_id)
    )
    model.groups[new] = Group(programme=model.groups[group].programme)
    mentors = [number for number, one in model.places.items() if _leads(one, group)]
    staying = mentors if all(number in picked for number in mentors) else []
    lent = staying or (mentors if not any(number in picked for number in mentors) else [])
    moving = [number for number in picked if model.places[number].state in HERE and number not in staying]
    papers = _mentees(world, group, {number for number in picked if model.places[number].state in HERE})
    for number in moving:
        _move(world, model.places[number], new)
    for number in lent:
        _join(world, model.places[number].role, model.places[number].person, new, "active")
    _regroup(world, papers, group, new)


def _leads(place: Place, group: int) -> bool:
    return (place.group, place.role, place.state) == (group, "mentor", "active")


def _move(world: World, place: Place, into: int) -> None:
    state = place.state
    world.model.become(place, "moved")
    _join(world, place.role, place.person, into, state)


def _join(world: World, role: str, person: int | None, into: int, state: str) -> None:
    there = [one for one in world.model.of_group(into, role) if one.person == person and one.state in HERE]
    if not there:
        world.model.coming.append(Place(group=into, role=role, person=person, state=state))


def _regroup(world: World, mentees: set[int | None], old: int, new: int) -> None:
    """All documents go along, and what was asked in private."""
    for question in world.model.questions.values():
        if question.group == old and question.person in mentees:
            question.group = new
    for paper in world.model.papers.values():
        if paper.group == old and paper.mentee in mentees:
            paper.group = new


def replace_mentor(world: World) -> None:
    """Mostly a mentor, by somebody who leads in the programme."""
    mentors = [number for number, one in world.model.places.items() if one.role == "mentor" and one.state in HERE]
    number = world.chance.choice(mentors if mentors and world.chance.random() < 0.8 else [*world.model.places])
    place = world.model.places[number]
    programme, everybody = world.model.groups[place.group].programme, [*world.model.accounts.values()]
    near = [one for one in everybody if world.model.leads_in(one, programme)]
    account = world.manager_of(place.group)
    successor = world.chance.choice(near if near and world.chance.random() < 0.7 else everybody)
    command = replacing.ChooseSuccessor(
        by=world.by(account), membership_id=MembershipId(number), person_id=PersonId(successor)
    )
    asked = world.take(
        Step(
            name=f"choose_successor {successor} of place {number}",
            by=account,
            doing=act(replacing.choose_successor, command),
            allowed=_replaceable(world, account, place, successor),
            then=lambda: world.replacing.__setitem__(account, (number, successor)),
        )
    )
    if asked and world.chance.random() < 0.8:
        confirm_replacing(world, account)


def _replaceable(world: World, account: int, place: Place, successor: int) -> bool:
    model, programme = world.model, world.model.groups[place.group].programme
    near = [number for number, one in model.groups.items() if one.programme == programme]
    known = model.appointed(successor, programme) or any(model.has(successor, one, "mentor") for one in near)
    is_mentee = any(one.person == successor for one in model.of_group(place.group, "mentee"))
    is_there = place.role == "mentor" and place.state in HERE and place.person != successor
    return model.manages(world.person(account), place.group) and is_there and known and not is_mentee


def confirm_replacing(world: World, account: int | None = None) -> None:
    if not world.replacing:
        return
    account = account or world.chance.choice([*world.replacing])
    number, successor = world.replacing.pop(account)
    place = world.model.places.get(number)
    if place is None or successor is None or successor not in world.model.accounts.values():
        return
    by = account if world.chance.random() < 0.9 else world.somebody()
    command = replacing.Confirm(by=world.by(by), membership_id=MembershipId(number), token=f"t{world.next()}")
    world.take(
        Step(
            name=f"replace mentor of place {number} by {successor}",
            by=by,
            doing=act(replacing.confirm, command),
            allowed=_replaceable(world, by, place, successor),
            then=lambda: _hand_over(world, place, successor),
            absences=True,
        )
    )


def _hand_over(world: World, place: Place, successor: int) -> None:
    """What somebody had taken is the successor's; what nobody had waits for all as before."""
    for paper in world.model.papers.values():
        if paper.group == place.group and paper.taken == place.person and paper.state in OPEN:
            paper.taken = successor
    _seat(world, place, successor)


def _seat(world: World, place: Place, successor: int) -> None:
    world.counts["hand-overs"] += 1
    world.model.become(place, "left")
    theirs = [one for one in world.model.of_group(place.group, "mentor") if one.person == successor]
    if any(one.state == "active" for one in theirs):
        return
    if theirs:
        world.model.become(theirs[-1], "active")
    else:
        world.model.coming.append(Place(group=place.group, role="mentor", person=successor, state="active"))
