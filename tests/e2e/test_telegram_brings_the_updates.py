"""The same journey where Telegram calls the bot: updates come to a webhook, and not one is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.bot_api import BotApi
from bot.http import HttpServer, build_app
from bot.transport import Transport
from bot.webhook import Registration, Webhook
from simulator.attachments import pdf
from simulator.clock import Clock
from simulator.server import Simulator
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.simulator.conforms import assert_request_conforms

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

SECRET = "a-secret-of-thirty-two-characters"
PDF = pdf("essay")


@pytest.fixture
async def called_house(tmp_path: Path) -> AsyncIterator[House]:
    async with (
        Simulator.start(clock=Clock(stands_at=A_MONDAY), webhook_pause=0.01) as sim,
        bot_on(sim, tmp_path, polling=False) as bot,
        Transport(token=sim.token) as transport,
    ):
        routes = Webhook(url="https://x/telegram", intake=bot.intake, lanes=bot.lanes, secret=SECRET).routes()
        server = HttpServer(build_app(routes), host="127.0.0.1", port=0)
        await server.start()
        api = BotApi(transport=transport, token=sim.token, api_url=sim.url)
        url = f"http://127.0.0.1:{server.port}/telegram"
        await Registration(api=api, url=url, secret=SECRET).run()
        yield House(sim=sim, bot=bot, folder=tmp_path)
        await server.stop()
        for request in sim.requests:
            assert_request_conforms(request.method, request.params)
        assert "getUpdates" not in {request.method for request in sim.requests}


async def test_work_goes_to_the_mentor_and_comes_back(called_house: House) -> None:
    nova = await a_nova(called_house)

    await nova.vera.sends_document("essay.pdf", PDF, caption="My first one")
    await nova.vera.sees("S-1001 has arrived")
    await nova.anton.sees("S-1001 from Vera")
    await nova.anton.presses("Return with comment")
    await nova.anton.sees("What should be corrected?")
    await nova.anton.says("The date is missing")
    await nova.vera.sees("Anton: The date is missing")
    await nova.vera.presses("Send corrected version")
    await nova.vera.sees("Send the corrected file now")
    await nova.vera.sends_document("essay-2.pdf", PDF + b"2")
    review = await nova.anton.sees("version 2")
    await nova.anton.presses("Accept", on=review)

    await nova.vera.sees("S-1001 is accepted")


async def test_an_update_that_telegram_brings_again_is_one_submission(called_house: House) -> None:
    nova = await a_nova(called_house)
    again = called_house.sim.faults.order(method="webhook", kind="duplicate", times=2)

    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")
    await all_is_handled(called_house)

    await nova.vera.sees("Hello, Vera", after=await nova.vera.says("/home"))

    assert again.happened == 2
    assert called_house.sim.world.updates.dropped == 0
    await nova.anton.sees_no("S-1002")
    await nova.vera.sees_no("already sent")
