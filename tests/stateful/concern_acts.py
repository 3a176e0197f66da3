"""Concerns are raised past the mentor, opened by everybody who tries, and taken care of once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.ids import ConcernId, PersonId, ProgrammeId
from mentoring.use_cases import concern_cards, concerns, sending
from mentoring.use_cases.answering import Answer, answer
from tests.stateful.model import Concern
from tests.stateful.world import Step, act

if TYPE_CHECKING:
    from tests.stateful.world import World

FILES = frozenset({"files"})


def tell(world: World) -> None:
    """Begun, perhaps about one of the managers, written, perhaps with a photo, and perhaps sent."""
    account = world.somebody()
    by = world.by(account)
    begin = act(concerns.raise_concern, concerns.RaiseConcern(by=by))
    known = world.person(account) is not None
    if not world.take(Step(name="raise", by=account, doing=begin, allowed=known, owing=True)):
        return
    if world.chance.random() < 0.4:
        _address(world, account)
    words = Answer(by=world.by(account, pressed=False), text=f"Concern {world.next()}")
    world.take(Step(name="voice concern", by=account, doing=act(answer, words), allowed=True, owing=True))
    if world.chance.random() < 0.3:
        command = sending.SendFile(by=world.by(account, pressed=False), file=world.file(account))
        doing = act(sending.send_file, command)
        world.take(Step(name="show concern", by=account, doing=doing, allowed=True, owing=True, sure=True))
    if world.chance.random() < 0.8:
        send(world, account)


def _address(world: World, account: int) -> None:
    programme = world.chance.choice([*world.model.programmes()])
    about = world.chance.choice([*world.model.managers])[1] if world.chance.random() < 0.7 else None
    command = concerns.AddressConcern(
        by=world.by(account), programme_id=ProgrammeId(programme), about_id=None if about is None else PersonId(about)
    )
    person = world.person(account)
    near = any(world.model.groups[one.group].programme == programme for one in world.model.places_of(person))
    world.take(
        Step(
            name=f"address concern to {programme} past {about}",
            by=account,
            doing=act(concerns.address_concern, command),
            allowed=near or world.model.manages_programme(person, programme),
            owing=True,
        )
    )


def send(world: World, account: int | None = None) -> None:
    account = account or world.somebody()
    person = world.person(account)
    world.take(
        Step(
            name="send_concern",
            by=account,
            doing=act(concerns.send_concern, concerns.SendConcern(by=world.by(account))),
            allowed=person is not None,
            then=lambda: _learn(world, account),
            owing=True,
            brings=frozenset({"concerns"}),
            may_bring=FILES,
        )
    )


def _learn(world: World, account: int) -> None:
    person = world.person(account)
    assert person is not None
    concern = world.record.concerns.of_person(PersonId(person))[-1]
    assert concern.id not in world.model.concerns
    world.model.concerns[concern.id] = Concern(programme=concern.programme_id, person=person, about=concern.about_id)


def look(world: World) -> None:
    found = _some(world)
    if found is None:
        return
    number, account = found
    reads = world.model.reads_concern(world.person(account), world.model.concerns[number])
    command = concern_cards.OfConcern(by=world.by(account), concern_id=ConcernId(number))
    doing = act(concern_cards.open_concern, command)
    world.take(Step(name=f"open_concern {number}", by=account, doing=doing, allowed=reads, sure=True))


def take(world: World) -> None:
    """Once; whoever comes second hears that it is done."""
    found = _some(world)
    if found is None:
        return
    number, account = found
    concern, person = world.model.concerns[number], world.person(account)
    command = concern_cards.OfConcern(by=world.by(account), concern_id=ConcernId(number))
    world.take(
        Step(
            name=f"take_concern {number}",
            by=account,
            doing=act(concern_cards.take_concern, command),
            allowed=world.model.reads_concern(person, concern) and concern.seen is None,
            sure=True,
            then=lambda: setattr(concern, "seen", person),
        )
    )


def listed(world: World) -> None:
    account = world.somebody()
    manages = world.model.manages_any(world.person(account))
    doing = act(concern_cards.open_concerns, concern_cards.OpenConcerns(by=world.by(account)))
    world.take(Step(name="list_concerns", by=account, doing=doing, allowed=manages, sure=True))


def _some(world: World) -> tuple[int, int] | None:
    """A concern, and mostly somebody who manages, there or elsewhere, or who mentors whoever raised it."""
    if not world.model.concerns:
        return None
    number = world.chance.choice([*world.model.concerns])
    concern = world.model.concerns[number]
    managers = sorted(one for of, one in world.model.managers if of == concern.programme)
    mentors = sorted(world.model.mentored_by(concern.person, concern.programme))
    elsewhere = sorted(one for of, one in world.model.managers if of != concern.programme)
    [near] = world.chance.choices([managers, mentors, elsewhere, []], [3, 3, 2, 2])
    return number, world.account(world.chance.choice(near)) if near else world.somebody()
