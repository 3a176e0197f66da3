"""What people see of the bot before they press anything, in their own language."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.introducing import Introducing
from simulator.watching import PATIENCE_SECONDS

if TYPE_CHECKING:
    from bot.bot_api import BotApi
    from tests.e2e.conftest import House


async def introduced(house: House) -> BotApi:
    """Waits for the last thing that the bot says of itself at its start."""
    api = house.bot.introducing.api
    said: object = {}
    async with asyncio.timeout(PATIENCE_SECONDS):
        while said in ({}, {"short_description": ""}):
            said = await api.call("getMyShortDescription", {"language_code": "bg"})
    return api


async def test_profile_and_commands_stand_in_both_languages(house: House) -> None:
    api = await introduced(house)

    english = await api.call("getMyDescription", {})
    bulgarian = await api.call("getMyDescription", {"language_code": "bg"})
    commands = await api.call("getMyCommands", {"scope": {"type": "all_private_chats"}, "language_code": "bg"})

    assert "bot of a mentoring programme" in str(english)
    assert "ботът на менторска програма" in str(bulgarian)
    assert "Помощ и човек" in str(commands)


async def test_a_second_start_changes_nothing_at_telegram(house: House) -> None:
    api = await introduced(house)
    before = sum(request.method.startswith("setMy") for request in house.sim.requests)

    await Introducing(api=api).introduce()

    assert sum(request.method.startswith("setMy") for request in house.sim.requests) == before == 10


async def test_every_command_in_the_list_is_answered(house: House) -> None:
    api = await introduced(house)
    oleg = house.person("Oleg")
    commands = await api.call("getMyCommands", {"scope": {"type": "all_private_chats"}})
    assert isinstance(commands, list)

    assert len(commands) == 3
    for command in commands:
        said = await oleg.says(f"/{command['command']}")
        await oleg.sees("a bot", after=said)
