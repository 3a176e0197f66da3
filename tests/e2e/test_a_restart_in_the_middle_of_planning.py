"""The bot goes down while a new manager answers its questions: nothing has to be said twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.clock import Clock
from simulator.server import Simulator
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.setting_up import manager_code

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_restart_at_any_question_of_the_set_up_goes_on_with_it(tmp_path: Path) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        maria = sim.person("Maria Petrova")
        async with bot_on(sim, tmp_path) as bot:
            await maria.starts(manager_code(House(sim=sim, bot=bot, folder=tmp_path)))
            await maria.sees("Which language")
        async with bot_on(sim, tmp_path):
            await maria.presses("English")
            await maria.sees("What is your name")
        async with bot_on(sim, tmp_path):
            await maria.says("Maria Petrova")
            await maria.sees("Which organisation")
        async with bot_on(sim, tmp_path):
            await maria.says("Open Doors")
            await maria.sees("Is this right")
            await maria.presses("Period")
            await maria.sees("How long does it run")
        async with bot_on(sim, tmp_path):
            await maria.says("30.6.2027")
            await maria.sees("30 Jun 2027")
        async with bot_on(sim, tmp_path):
            await maria.says("Nova")
            await maria.sees("Who is the mentor of Nova")
