"""The people of the demo, and what the page says about them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from simulator.persons import Person
from simulator.watching import until

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.groups import Group
    from simulator.phones import Bilingual
    from simulator.server import Simulator
    from simulator.tapping import Toast

MANAGER: Bilingual = {"en": "manager", "bg": "ръководител"}
MENTOR: Bilingual = {"en": "mentor", "bg": "ментор"}
MENTEE: Bilingual = {"en": "mentee", "bg": "участник"}
INVITED: Bilingual = {"en": "invited", "bg": "покана"}
OUTSIDER: Bilingual = {"en": "outsider", "bg": "външен човек"}


class Player(Person):
    def __init__(self, person: Person) -> None:
        super().__init__(person.world, person.user)

    async def goes_where(self, button: Toast, group: Group) -> None:
        """Through the invite link that a button opened; the bot lets in whom it knows."""
        await self.joins(button.url or "")
        await until(self.world, lambda: group.chat.member(self.user).is_present)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cast:
    maria: Player
    anton: Player
    vera: Player
    ilya: Player
    petya: Player
    ivan: Player
    oleg: Player

    def roles(self) -> Mapping[int, Bilingual]:
        said = (MANAGER, MENTOR, MENTEE, MENTEE, MENTEE, INVITED, OUTSIDER)
        people: list[Player] = [getattr(self, field.name) for field in fields(self)]
        return {person.id: role for person, role in zip(people, said, strict=True)}


def engage(sim: Simulator) -> Cast:
    def person(first_name: str, last_name: str, language: str) -> Player:
        return Player(sim.person(first_name, last_name, language_code=language))

    return Cast(
        maria=person("Мария", "Петрова", "bg"),
        anton=person("Anton", "Ivanov", "en"),
        vera=person("Вера", "Димова", "bg"),
        ilya=person("Ilya", "Kolev", "en"),
        petya=person("Петя", "Христова", "bg"),
        ivan=person("Иван", "Стоянов", "bg"),
        oleg=person("Oleg", "", "en"),
    )
