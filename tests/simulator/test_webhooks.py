"""A webhook gets each update until it says 200, in order within a chat."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from simulator.clock import Clock
    from simulator.server import Simulator
    from tests.simulator.api import Api


class Hook:
    """The bot's end: says what it was told to say, then 200."""

    def __init__(self) -> None:
        self.url = ""
        self.answers: list[web.Response] = []
        self.taken: list[tuple[str, str]] = []
        self.secrets: set[str | None] = set()
        self.held = asyncio.Event()
        self.held.set()
        self.crowded = asyncio.Event()
        self.busy = 0
        self.busiest = 0

    async def take(self, request: web.Request) -> web.Response:
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        if self.busy == 3:
            self.crowded.set()
        await self.held.wait()
        self.busy -= 1
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.answers:
            return self.answers.pop(0)
        update: dict[str, Any] = await request.json()
        self.taken.append((update["message"]["from"]["first_name"], update["message"]["text"]))
        return web.Response()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_updates_are_delivered_with_the_secret_and_confirmed_by_200(sim: Simulator, api: Api, hook: Hook) -> None:
    await sim.person("Вера").says("before")
    await api("setWebhook", url=hook.url, secret_token="s3cret")
    await sim.person("Антон").says("after")
    await sim.all_confirmed()

    assert hook.taken == [("Вера", "before"), ("Антон", "after")]
    assert hook.secrets == {"s3cret"}
    assert sim.confirmed == 2


async def test_a_refused_update_comes_again_before_the_next_of_its_chat(sim: Simulator, api: Api, hook: Hook) -> None:
    hook.answers = [web.Response(status=500), web.Response(status=503, headers={"Retry-After": "0"})]
    await api("setWebhook", url=hook.url)
    vera = sim.person("Вера")
    for number in range(5):
        await vera.says(str(number))
    await sim.all_confirmed()

    assert [text for _, text in hook.taken] == ["0", "1", "2", "3", "4"]
    assert (await api("getWebhookInfo"))["last_error_message"].startswith("Wrong response from the webhook: 50")


async def test_other_chats_do_not_wait_for_a_stuck_one_up_to_max_connections(
    sim: Simulator, api: Api, hook: Hook
) -> None:
    hook.held.clear()
    await api("setWebhook", url=hook.url, max_connections=3)
    for number in range(5):
        await sim.person(str(number)).says("hi")
    await hook.crowded.wait()
    hook.held.set()
    await sim.all_confirmed()

    assert (hook.busiest, len(hook.taken)) == (3, 5)


async def test_an_ordered_duplicate_is_delivered_twice(sim: Simulator, api: Api, hook: Hook) -> None:
    sim.faults.order(method="webhook", kind="duplicate")
    await api("setWebhook", url=hook.url)
    await sim.person("Вера").says("twice")
    await sim.all_confirmed()

    assert hook.taken == [("Вера", "twice")] * 2


async def test_an_ordered_reordering_lets_the_next_update_overtake_once(sim: Simulator, api: Api, hook: Hook) -> None:
    sim.faults.order(method="webhook", kind="reorder")
    vera = sim.person("Вера")
    for text in ("first", "second", "third"):
        await vera.says(text)
    await api("setWebhook", url=hook.url)
    await sim.all_confirmed()

    assert [text for _, text in hook.taken] == ["second", "first", "third"]


async def test_a_webhook_that_says_for_23_hours_that_it_is_gone_is_closed_and_what_waits_is_kept(
    sim: Simulator, api: Api, hook: Hook, clock: Clock
) -> None:
    hook.answers = [web.Response(status=410) for _ in range(100)]
    await api("setWebhook", url=hook.url)
    await sim.person("Вера").says("kept")
    async with asyncio.timeout(10):
        while len(hook.answers) > 98:
            assert (await api("getWebhookInfo"))["url"] == hook.url

        clock.advance(timedelta(hours=23))
        while (await api("getWebhookInfo"))["url"]:
            continue

    assert [update["message"]["text"] for update in await api("getUpdates")] == ["kept"]


async def test_a_webhook_that_is_gone_only_now_and_then_stays(
    sim: Simulator, api: Api, hook: Hook, clock: Clock
) -> None:
    hook.answers = [web.Response(status=410), web.Response(status=500), web.Response(status=410)]
    await api("setWebhook", url=hook.url)
    vera = sim.person("Вера")
    await vera.says("first")
    async with asyncio.timeout(10):
        while len(hook.answers) > 1:
            await api("getWebhookInfo")
        clock.advance(timedelta(hours=23))
        await sim.all_confirmed()

    assert hook.taken == [("Вера", "first")]


async def test_what_a_webhook_did_not_take_waits_for_polling(sim: Simulator, api: Api, hook: Hook) -> None:
    hook.answers = [web.Response(status=500)] * 1000
    await api("setWebhook", url=hook.url)
    await sim.person("Вера").says("kept")
    await api("deleteWebhook")

    assert [update["message"]["text"] for update in await api("getUpdates")] == ["kept"]


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "http://example.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.org:444/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "https://example.org/", "secret_token": "ю"}, "secret token contains unallowed characters"),
        ({"url": "https://example.org/", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_a_bad_webhook_is_refused(api: Api, params: dict[str, str], reason: str) -> None:
    assert await api.refusal("setWebhook", **params) == (400, f"Bad Request: {reason}")
