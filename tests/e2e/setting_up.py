"""What every story begins with: a manager, a group, and people who have joined it."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mentoring.invitations import Door, payload
from mentoring.manager_codes import new_code, signing_key
from mentoring.people import Language
from simulator.watching import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.persons import Person
    from simulator.server import Simulator
    from simulator.views import View
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

_PAYLOAD = re.compile(r"\?start=([\w-]+)")


class Place(Protocol):
    """Where people with phones meet the bot, in this process or beside it."""

    @property
    def sim(self) -> Simulator: ...

    def person(self, name: str, *, speaks: str = "en") -> Person: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """What the posters carry after `?start=`."""

    mentor: str
    mentees: str


def manager_code(house: Place) -> str:
    """As `ementor manager-code` makes it."""
    return payload(Door.MANAGER, new_code(signing_key(house.sim.token), house.sim.clock.now()))


def payload_on(poster: View) -> str:
    return payload_in(poster.text)


def payload_in(text: str) -> str:
    found = _PAYLOAD.search(text)
    assert found is not None, text
    return found[1]


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What is said and pressed on the way from the manager's code to a group's posters."""

    language: str
    organisation: str
    group: str
    mentor: str
    mentees: str
    waits: str
    links: str
    posters: tuple[str, str]


WORDS = {
    Language.EN: Words(
        language="English",
        organisation="Which organisation",
        group="What is the new group called",
        mentor="Who is the mentor of",
        mentees="Who are the mentees of",
        waits="has not joined yet",
        links="Links and posters",
        posters=("for the mentor", "for the mentees"),
    ),
    Language.BG: Words(
        language="Български",
        organisation="Коя организация",
        group="Как се казва новата група",
        mentor="Кой е менторът на",
        mentees="Кои са участниците в",
        waits="още не е в групата",
        links="Връзки и плакати",
        posters=("за ментора", "за участниците"),
    ),
}


async def a_manager(house: Place, name: str = "Maria Petrova", *, speaks: Language = Language.EN) -> Person:
    """At the question for the first group's name."""
    manager, words = house.person(name, speaks=speaks), WORDS[speaks]
    await manager.starts(manager_code(house))
    await manager.presses(words.language)
    await manager.presses(name)
    await manager.sees(words.organisation)
    await manager.says("Open Doors")
    await manager.sees(words.group)
    return manager


async def a_group(
    manager: Person, *, name: str = "Nova", mentor: str, mentees: list[str], speaks: Language = Language.EN
) -> Links:
    """From the question for the group's name to its two posters."""
    words = WORDS[speaks]
    await manager.says(name)
    await manager.sees(f"{words.mentor} {name}")
    await manager.says(mentor)
    await manager.sees(f"{words.mentees} {name}")
    await manager.says("\n".join(mentees))
    await manager.sees(words.waits)
    await manager.presses(words.links)
    posters = [await manager.sees(f"{name}: {whom}") for whom in words.posters]
    return Links(mentor=payload_on(posters[0]), mentees=payload_on(posters[1]))


async def joins(person: Person, link: str, *, bulgarian: bool = False) -> None:
    """Until the home card welcomes them; their Telegram name stands on the list."""
    language, agree, welcome = (
        ("Български", "Да, включвам се", "Добре дошли") if bulgarian else ("English", "I agree", "Welcome")
    )
    await person.starts(link)
    await person.presses(language)
    await person.presses(person.name)
    await person.presses(agree)
    await person.sees(welcome)


async def happened(house: House, is_so: Callable[[SqlRecord], object]) -> None:
    """Each look is a unit of its own behind whatever the bot is storing."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not await house.bot.changes.make(lambda record, _: is_so(record)):
            continue
