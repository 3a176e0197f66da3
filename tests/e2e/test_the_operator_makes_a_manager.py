"""`ementor manager-code` beside the running bot: the link works once, for a quarter of an hour."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import time_machine
from pydantic import SecretStr

from bot.manager_code import create
from config.settings import Settings
from tests.e2e.setting_up import payload_in

if TYPE_CHECKING:
    from bot.manager_code import Created
    from tests.e2e.conftest import House


async def made_now(house: House) -> Created:
    settings = Settings(token=SecretStr(house.sim.token), api_url=house.sim.url, data_dir=house.folder)
    with time_machine.travel(house.sim.clock.now(), tick=False):
        return await asyncio.to_thread(create, settings)


async def test_the_printed_link_and_the_printed_code_are_the_same(house: House) -> None:
    created = await made_now(house)

    assert payload_in(created.link) == created.code
    assert created.link.startswith("https://t.me/ementor_bot?start=m_")


async def test_the_first_who_opens_it_is_the_manager_and_nobody_after(house: House) -> None:
    created = await made_now(house)
    maria, oleg = house.person("Maria"), house.person("Oleg")

    await maria.starts(created.code)
    await maria.sees("Which language")
    await oleg.starts(created.code)

    await oleg.sees("This invitation has been used already")


async def test_a_code_that_is_too_old_opens_nothing(house: House) -> None:
    created = await made_now(house)
    maria = house.person("Maria")

    await house.passes(minutes=15)
    await maria.starts(created.code)

    await maria.sees("This invitation has run out")


async def test_a_second_code_makes_a_manager_of_another_programme(house: House) -> None:
    maria, boris = house.person("Maria Petrova"), house.person("Boris")
    await maria.starts((await made_now(house)).code)
    await maria.presses("English")
    await maria.says("Maria Petrova")
    await maria.says("Open Doors")
    await maria.sees("What is the new group called")
    await maria.says("Nova")
    await maria.sees("Who is the mentor of Nova")

    await boris.starts((await made_now(house)).code)
    await boris.presses("English")
    await boris.presses("Boris")
    await boris.sees("Which organisation")
    await boris.says("Closed Windows")

    plan = await boris.sees("What is the new group called")
    assert "Closed Windows" in plan.text
    await boris.starts()
    await boris.sees("Hello, Boris")
    assert not [one for one in boris.messages() if "Nova</b>" in one.text or "of Nova" in one.text]
