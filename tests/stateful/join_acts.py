"""Names are listed, links opened, and people come in by them: new ones, and those who are known already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.ids import GroupId, MembershipId
from mentoring.invitations import Door, payload
from mentoring.people import Language, Role
from mentoring.prompts import Asking
from mentoring.use_cases import consenting, groups, inviting, joining, languages
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.start import Start, start
from tests.stateful.model import Place
from tests.stateful.world import ANONYMOUS, Step, act

if TYPE_CHECKING:
    from tests.stateful.world import World


def list_name(world: World) -> None:
    group, role = world.chance.choice([*world.model.groups]), world.chance.choice([Role.MENTOR, Role.MENTEE])
    account = world.manager_of(group)
    allowed = world.model.manages(world.person(account), group) and world.model.groups[group].state == "running"
    command = groups.AddNames(by=world.by(account), group_id=GroupId(group), role=role)
    if not world.take(Step(name="add_names", by=account, doing=act(groups.add_names, command), allowed=allowed)):
        return
    said = Answer(by=world.by(account, pressed=False), text=f"Name {chr(97 + world.next() % 26)}{letters(world)}")
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


def letters(world: World) -> str:
    return "".join(world.chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(10))


def open_links(world: World, group: int | None = None) -> None:
    """Mostly of a group that waits for somebody, and in which people come in at once."""
    waiting = [one.group for one in world.model.places.values() if one.state == "expected"]
    group = group or world.chance.choice(waiting if waiting and world.chance.random() < 0.8 else [*world.model.groups])
    account, number = world.manager_of(group), world.next()
    command = inviting.OpenLinks(
        by=world.by(account),
        group_id=GroupId(group),
        mentor_token=f"a{number}",
        mentee_token=f"b{number}",
        chat_code=f"c{number}",
    )
    allowed = world.model.manages(world.person(account), group)
    step = Step(name=f"open_links {group}", by=account, doing=act(inviting.open_links, command), allowed=allowed)
    if world.take(step):
        world.links += [(group, f"a{number}"), (group, f"b{number}")]
        for _ in range(world.chance.randint(0, 2)):
            join(world)


def join(world: World) -> None:
    """Also by a link that is old, or of a group that has gone on elsewhere."""
    if not world.links:
        return
    group, token = world.chance.choice(world.links[-4:])
    role = "mentor" if token.startswith("a") else "mentee"
    expected = [number for number, one in world.model.places.items() if one.state == "expected"]
    if not expected:
        return
    here = [number for number in expected if world.model.places[number].group == group]
    fit = [number for number in here if world.model.places[number].role == role]
    place = world.chance.choice(fit if fit and world.chance.random() < 0.8 else here or expected)
    come_by(world, token, place)


def come_by(world: World, token: str, place: int) -> None:
    account = world.next() if world.chance.random() < 0.7 else world.somebody()
    by = world.by(account)
    doings = {
        "open_link": act(start, Start(by=world.by(account, pressed=False), payload=payload(Door.JOIN, token))),
        "say_language": act(languages.choose_language, languages.ChooseLanguage(by=by, language=Language.EN)),
        f"take_name {place}": act(joining.take_name, joining.TakeName(by=by, membership_id=MembershipId(place))),
        "agree": act(consenting.agree, consenting.Agree(by=by)),
    }
    on_paper = bool(world.model.on_paper)
    for name, doing in doings.items():
        if name == "say_language" and world.asked(account) is not Asking.JOINER_LANGUAGE:
            continue
        step = Step(
            name=name,
            meets=lambda _: on_paper,
            by=account,
            doing=doing,
            allowed=account not in ANONYMOUS,
            then=lambda: come_in(world, account),
            owing=True,
        )
        if not world.take(step) and world.chance.random() < 0.8:
            return


def come_in(world: World, account: int, *, let_in: bool = False) -> None:
    """The name that is theirs now was free before, and nobody else's; a manager may have made one for them."""
    model, person = world.model, world.record.people.by_telegram_id(account)
    if person is None:
        return
    entered = account not in model.accounts
    world.counts["joined"] += entered
    model.accounts.setdefault(account, person.id)
    for one in world.record.memberships.of_person(person.id):
        known = model.places.get(one.id)
        if known is None:
            assert let_in
            model.coming.append(Place(group=one.group_id, role=one.role.value, person=person.id, state="active"))
            entered = True
        elif known.state == "expected" and one.state.value == "active":
            _sit_down(world, known, person.id)
            entered = True
        elif let_in and known.state in {"left", "removed"} and one.state.value == "active":
            model.become(known, "active")
            entered = True
    if entered:
        model.agreed[person.id] = model.notice


def _sit_down(world: World, place: Place, person: int) -> None:
    """Whoever was on paper until now is the same person, or has been known in Telegram all the time."""
    paper, place.person, place.state = place.person, person, "active"
    if paper is None:
        return
    world.model.on_paper.discard(paper)
    world.counts["from paper to Telegram"] += 1
    if paper != person:
        world.model.merge_people(paper, person)
