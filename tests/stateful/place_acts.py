"""Pausing, leaving, removing, finishing, coming back; asked about now, and confirmed perhaps much later."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.ids import MembershipId
from mentoring.places import Deed
from mentoring.use_cases import deeds, resting
from tests.stateful.model import DEEDS
from tests.stateful.world import Step, act

if TYPE_CHECKING:
    from tests.stateful.model import Place
    from tests.stateful.world import World


def ask(world: World) -> None:
    number, place = _some_place(world)
    deed = world.chance.choice([*Deed])
    own = place.person is not None and world.chance.random() < 0.4
    account = world.account(place.person) if own and place.person is not None else world.manager_of(place.group)
    day = (world.now + timedelta(days=world.chance.randint(2, 20))).date() if deed is Deed.PAUSE else None
    command = deeds.AskFor(by=world.by(account), membership_id=MembershipId(number), deed=deed, day=day)

    def then() -> None:
        if deed is Deed.RETURN or place.person is None:
            _become(world, place, deed)
        else:
            world.deeds[account] = (number, deed.value)

    world.take(
        Step(
            name=f"ask {deed.value} of place {number}",
            by=account,
            doing=act(deeds.ask_for, command),
            allowed=world.model.may_do(world.person(account), place, deed.value) and _at_once(place, deed),
            owing=world.person(account) == place.person,
            absences=True,
            then=then,
        )
    )
    if account in world.deeds and world.chance.random() < 0.7:
        confirm(world, account)


def confirm(world: World, account: int | None = None) -> None:
    """Perhaps of something that was asked long ago, or of somebody else."""
    if not world.deeds:
        return
    account = account or world.chance.choice([*world.deeds])
    number, deed = world.deeds.pop(account)
    if number not in world.model.places:
        return
    by = account if world.chance.random() < 0.9 else world.somebody()
    place = world.model.places[number]
    command = deeds.ConfirmDeed(by=world.by(by), membership_id=MembershipId(number), deed=Deed(deed))
    world.take(
        Step(
            name=f"confirm {deed} of place {number}",
            by=by,
            doing=act(deeds.confirm, command),
            allowed=world.model.may_do(world.person(by), place, deed) and place.state in DEEDS[deed][0],
            owing=world.person(by) == place.person,
            absences=True,
            then=lambda: _become(world, place, Deed(deed)),
        )
    )


def come_back(world: World) -> None:
    number, place = _some_place(world)
    account = world.account(place.person) if place.person is not None else world.somebody()
    account = account if world.chance.random() < 0.8 else world.somebody()
    command = resting.ComeBack(by=world.by(account), membership_id=MembershipId(number))
    mine = place.person is not None and world.person(account) == place.person
    allowed = mine and place.state == "left" and world.model.groups[place.group].state == "running"
    world.take(
        Step(name=f"come_back to place {number}", by=account, doing=act(resting.come_back, command), allowed=allowed)
    )


def decide_return(world: World) -> None:
    number, place = _some_place(world)
    account, yes = world.manager_of(place.group), world.chance.random() < 0.8
    command = resting.DecideReturn(by=world.by(account), membership_id=MembershipId(number), yes=yes)
    allowed = world.model.manages(world.person(account), place.group) and place.state == "left"

    def then() -> None:
        if yes:
            _become(world, place, Deed.RETURN)

    world.take(
        Step(
            name=f"decide_return to place {number}",
            by=account,
            doing=act(resting.decide_return, command),
            allowed=allowed and not (yes and _is_full(world, place)),
            then=then,
        )
    )


def _some_place(world: World) -> tuple[int, Place]:
    number = world.chance.choice([*world.model.places])
    return number, world.model.places[number]


def _at_once(place: Place, deed: Deed) -> bool:
    """Where nothing is asked first it has to be possible now."""
    return place.state in DEEDS[deed.value][0] if deed is Deed.RETURN or place.person is None else True


def _is_full(world: World, place: Place) -> bool:
    """They take part in another role, or the group is over."""
    model = world.model
    elsewhere = any(model.has(place.person, place.group, role) for role in ("mentor", "mentee"))
    return elsewhere or model.groups[place.group].state != "running"


def _become(world: World, place: Place, deed: Deed) -> None:
    world.model.become(place, DEEDS[deed.value][1])
