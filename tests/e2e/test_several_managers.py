"""Several managers of one programme: another comes in by a link, one leaves, and the last one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Language
from tests.e2e.a_group import a_nova
from tests.e2e.leading_nova import a_manager
from tests.e2e.setting_up import payload_in

if TYPE_CHECKING:
    from tests.e2e.conftest import House


async def test_a_second_manager_comes_by_a_link_and_the_first_may_leave(house: House) -> None:
    await a_nova(house)
    maria, dora = await a_manager(house), house.person("Dora")
    await maria.says("/home")
    await maria.presses("Groups")
    await maria.presses("Managers")
    await maria.presses("Leave the programme")
    await maria.sees("You are the only manager")
    await maria.presses("Invite another manager")
    link = payload_in((await maria.sees("manages P together with you")).text)

    await dora.starts(link)
    await dora.presses("English")
    await dora.says("Dora Ivanova")
    await dora.sees("Hello, Dora Ivanova")
    await maria.sees("Dora Ivanova now manages P")

    await maria.says("/home")
    await maria.presses("Groups")
    await maria.presses("Managers")
    await maria.presses("Leave the programme")
    await maria.presses("Yes, leave")
    await dora.sees("Maria no longer manages P")
    said = await maria.says("/status")
    await maria.sees("This isn't open to you", after=said)
    await dora.says("/status")
    await dora.sees("Nova")


async def test_a_managers_link_opens_once_and_not_as_a_code_of_the_operator_in_bulgarian(house: House) -> None:
    await a_nova(house, speaks=Language.BG)
    maria = await a_manager(house, speaks=Language.BG)
    dora, oleg = house.person("Дора", speaks="bg"), house.person("Олег", speaks="bg")
    await maria.says("/home")
    await maria.presses("Групи")
    await maria.presses("Ръководители")
    await maria.presses("Покана за още ръководител")
    link = payload_in((await maria.sees("ръководи P заедно с Вас")).text)

    await oleg.starts(link.replace("k_", "m_", 1))
    await oleg.sees("Не познавам тази покана")
    await dora.starts(link)
    await dora.presses("Български")
    await dora.presses("Дора")
    await dora.sees("Здравейте, Дора")
    said = await oleg.starts(link)
    await oleg.sees("вече е използвана", after=said)
