"""Names are listed, links opened, and people come in by them: new ones, and those who are known already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.ids import GroupId, MembershipId
from mentoring.invitations import Door, payload
from mentoring.people import Language, Role
from mentoring.use_cases import consenting, groups, inviting, joining, languages
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.start import Start, start
from tests.stateful.model import Place
from tests.stateful.world import Step, act

if TYPE_CHECKING:
    from tests.stateful.world import World


def list_name(world: World) -> None:
    group, role = world.chance.choice([*world.model.groups]), world.chance.choice([Role.MENTOR, Role.MENTEE])
    account = world.manager_of(group)
    allowed = world.model.manages(world.person(account), group) and world.model.groups[group].state == "running"
    command = groups.AddNames(by=world.by(account), group_id=GroupId(group), role=role)
    if not world.take(Step(name="add_names", by=account, doing=act(groups.add_names, command), allowed=allowed)):
        return
    said = Answer(by=world.by(account, pressed=False), text=f"Name {chr(97 + world.next() % 26)}{_letters(world)}")
    coming = Place(group=group, role=role.value, person=None, state="expected")
    world.take(
        Step(
            name=f"list {role.value} of group {group}",
            by=account,
            doing=act(answer, said),
            allowed=allowed,
            then=lambda: world.model.coming.append(coming),
        )
    )


def _letters(world: World) -> str:
    return "".join(world.chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(10))


def open_links(world: World) -> None:
    group = world.chance.choice([*world.model.groups])
    account, number = world.manager_of(group), world.next()
    command = inviting.OpenLinks(
        by=world.by(account), group_id=GroupId(group), mentor_token=f"a{number}", mentee_token=f"b{number}"
    )
    allowed = world.model.manages(world.person(account), group)
    step = Step(name=f"open_links {group}", by=account, doing=act(inviting.open_links, command), allowed=allowed)
    if world.take(step):
        world.links += [(group, f"a{number}"), (group, f"b{number}")]


def join(world: World) -> None:
    """Also by a link that is old, or of a group that has gone on elsewhere."""
    if not world.links:
        return
    group, token = world.chance.choice(world.links[-6:])
    expected = [number for number, one in world.model.places.items() if one.state == "expected"]
    if not expected:
        return
    here = [number for number in expected if world.model.places[number].group == group]
    place = world.chance.choice(here or expected)
    account = world.next() if world.chance.random() < 0.7 else world.somebody()
    by = world.by(account)
    doings = {
        "open_link": act(start, Start(by=world.by(account, pressed=False), payload=payload(Door.JOIN, token))),
        "say_language": act(languages.choose_language, languages.ChooseLanguage(by=by, language=Language.EN)),
        f"take_name {place}": act(joining.take_name, joining.TakeName(by=by, membership_id=MembershipId(place))),
        "agree": act(consenting.agree, consenting.Agree(by=by)),
    }
    for name, doing in doings.items():
        step = Step(name=name, by=account, doing=doing, allowed=True, then=lambda: _come_in(world, account))
        world.take(step)


def _come_in(world: World, account: int) -> None:
    """The name that is theirs now was free before, and nobody else's."""
    person = world.record.people.by_telegram_id(account)
    if person is None:
        return
    if account not in world.model.accounts:
        world.counts["joined"] += 1
    world.model.accounts.setdefault(account, person.id)
    for one in world.record.memberships.of_person(person.id):
        known = world.model.places.get(one.id)
        if known is not None and known.person is None and known.state == "expected":
            known.person, known.state = person.id, "active"
