"""Somebody whom no list knows stands at the door; a manager lets them in, takes them for one of the list, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.ids import GroupId, MembershipId
from mentoring.invitations import Door, payload
from mentoring.people import Language
from mentoring.prompts import Asking
from mentoring.use_cases import consenting, join_requests, joining, languages, letting_in
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.start import Start, start
from tests.stateful.join_acts import come_in, letters
from tests.stateful.world import ANONYMOUS, Step, act

if TYPE_CHECKING:
    from tests.stateful.world import World


#: Whom each question is put to; whoever has left before is asked nothing, and waits at once.
_WHEN = {
    "say_language": {Asking.JOINER_LANGUAGE},
    "not_listed": {Asking.WHICH_NAME},
    "own_name": {Asking.OWN_NAME},
}


def knock(world: World) -> None:
    """With a name that is not listed; also those who left or were removed, who need a manager's word again."""
    if not world.links:
        return
    _, token = world.chance.choice(world.links[-4:])
    account = world.next() if world.chance.random() < 0.6 else world.somebody()
    by, typed = world.by(account), world.by(account, pressed=False)
    doings = {
        "open_link": act(start, Start(by=typed, payload=payload(Door.JOIN, token))),
        "say_language": act(languages.choose_language, languages.ChooseLanguage(by=by, language=Language.EN)),
        "not_listed": act(joining.not_listed, joining.NotListed(by=by)),
        "own_name": act(answer, Answer(by=typed, text=f"Door {letters(world)}")),
    }
    for name, doing in doings.items():
        if name != "open_link" and world.asked(account) not in _WHEN[name]:
            continue
        allowed = account not in ANONYMOUS
        step = Step(name=name, by=account, doing=doing, allowed=allowed, owing=name == "say_language")
        if not world.take(step):
            return
    if world.chance.random() < 0.8:
        decide(world)


def request(world: World) -> None:
    """To be let into the group's chat; whoever is not of it is asked the same as by a link."""
    chats = [one.chat for one in world.model.groups.values() if one.chat is not None]
    if not chats:
        return
    account, chat = world.next() if world.chance.random() < 0.5 else world.somebody(), world.chance.choice(chats)
    command = join_requests.AskToJoinChat(by=world.by(account, chat=chat, pressed=False))
    doing = act(join_requests.ask_to_join_chat, command)
    world.take(Step(name="ask_to_join_chat", by=account, doing=doing, allowed=True, owing=True))
    group = next(number for number, one in world.model.groups.items() if one.chat == chat)
    manager, yes = world.manager_of(group), world.chance.random() < 0.8
    decision = join_requests.DecideChatRequest(
        by=world.by(manager), group_id=GroupId(group), telegram_id=account, yes=yes
    )
    world.take(
        Step(
            name="decide_chat_request",
            by=manager,
            doing=act(join_requests.decide_chat_request, decision),
            allowed=world.model.manages(world.person(manager), group),
            sure=True,
        )
    )


def decide(world: World) -> None:
    """About somebody who waits, or has waited."""
    waiting = world.at_the_door()
    if not waiting:
        return
    account = world.chance.choice(sorted(waiting))
    group = waiting[account]
    manager = world.manager_of(group)
    may = world.model.manages(world.person(manager), group)
    expected = [number for number, one in world.model.places.items() if one.state == "expected"]
    yes = world.chance.random() < 0.8
    doing = act(letting_in.let_in, letting_in.LetIn(by=world.by(manager), telegram_id=account, yes=yes))
    if expected and world.chance.random() < 0.4:
        place = MembershipId(world.chance.choice(expected))
        may = may and world.model.places[place].group == group
        command = letting_in.TakeFor(by=world.by(manager), telegram_id=account, membership_id=place)
        doing, yes = act(letting_in.take_for, command), True
    on_paper = bool(world.model.on_paper)
    step = Step(
        name=f"let_in {account} to group {group}: {yes}",
        by=manager,
        doing=doing,
        allowed=may,
        then=lambda: come_in(world, account, let_in=yes),
        meets=lambda _: on_paper,
    )
    if world.take(step) and yes and world.asked(account) is Asking.CONSENT:
        agree = act(consenting.agree, consenting.Agree(by=world.by(account)))
        come = Step(
            name="agree", by=account, doing=agree, allowed=True, owing=True,
            then=lambda: come_in(world, account, let_in=True), meets=lambda _: on_paper,
        )  # fmt: skip
        world.take(come)
