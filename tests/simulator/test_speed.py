"""The simulator must not be what a load test measures."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.server import Simulator
    from tests.simulator.api import Api

ROUNDS = 300


async def test_polling_and_answering_take_less_than_half_a_millisecond_of_cpu_each(sim: Simulator, api: Api) -> None:
    vera = sim.person("Вера")
    offset = 0
    began = time.process_time()
    for _ in range(ROUNDS):
        await vera.says("hi")
        async with api.session.post(api.address("getUpdates"), json={"offset": offset, "timeout": 3}) as response:
            offset = (await response.json())["result"][-1]["update_id"] + 1
        async with api.session.post(api.address("sendMessage"), json={"chat_id": vera.id, "text": "y"}) as response:
            await response.read()
    spent = time.process_time() - began

    assert 2 * ROUNDS / spent > 2000, "requests a second of CPU, of the client and the server together"


async def test_a_hundred_thousand_messages_do_not_slow_it_down(sim: Simulator, api: Api) -> None:
    vera = sim.person("Вера")
    await api.updates(allowed_updates=["callback_query"])
    for _ in range(100_000):
        await vera.says("hi")
    began = time.process_time()
    for _ in range(ROUNDS):
        await api("sendMessage", chat_id=vera.id, text="y")
    spent = time.process_time() - began

    assert ROUNDS / spent > 1000
