"""Telegram gets its 200 when the update is stored, and never before."""

from __future__ import annotations

import asyncio
import io
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.http import HttpServer, build_app
from bot.webhook import Registration, Webhook
from storage.inbox import Arrival
from tests.corridors.update_corridor import AT_ONCE, Corridor, Held, Recorder, api_of, corridor, rows

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from simulator.clock import Clock
    from simulator.server import Simulator
    from storage.engine import Database

SECRET = "a-secret-of-thirty-two-characters"
UPDATE = b'{"update_id": 5, "message": {"chat": {"id": 1, "type": "private"}, "text": "Hello"}}'
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json; charset=utf-8"}


@asynccontextmanager
async def listening(opened: Corridor) -> AsyncIterator[str]:
    """The address that Telegram calls."""
    webhook = Webhook(url="https://bot.example.org/telegram", intake=opened.intake, lanes=opened.lanes, secret=SECRET)
    server = HttpServer(build_app(webhook.routes()), host="127.0.0.1", port=0)
    await server.start()
    try:
        yield f"http://127.0.0.1:{server.port}/telegram"
    finally:
        await server.stop()


async def post(url: str, body: bytes, headers: dict[str, str]) -> tuple[int, str | None]:
    """The status, and when to try again."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=io.BytesIO(body), headers=headers) as response,
    ):
        return response.status, response.headers.get("Retry-After")


async def test_an_update_is_stored_when_telegram_hears_that_it_is(database: Database, clock: Clock) -> None:
    async with corridor(database, clock, held := Held()) as opened, listening(opened) as url:
        assert await post(url, UPDATE, HEADERS) == (200, None)
        stored = await opened.writer.change(
            lambda connection: connection.exec_driver_sql("SELECT update_id, lane, raw FROM inbox").one()
        )
        held.let_go.set()
        await held.until(1)

    assert tuple(stored) == (5, 1, UPDATE.decode())


@pytest.mark.parametrize(
    "headers",
    [{}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}, {"X-Telegram-Bot-Api-Secret-Token": "\udcff"}],
    ids=["none", "wrong", "not even text"],
)
async def test_who_does_not_know_the_secret_is_refused_unread(
    headers: dict[str, str], database: Database, clock: Clock
) -> None:
    async with corridor(database, clock, Recorder()) as opened, listening(opened) as url:
        assert await post(url, UPDATE, headers) == (403, None)

    assert rows(database) == {}


async def test_an_update_brought_twice_is_taken_twice_and_handled_once(database: Database, clock: Clock) -> None:
    async with corridor(database, clock, handler := Recorder()) as opened, listening(opened) as url:
        answers = [await post(url, UPDATE, HEADERS) for _ in range(2)]
        await post(url, UPDATE.replace(b"5", b"6"), HEADERS)
        await handler.until(2)

    assert answers == [(200, None)] * 2
    assert handler.handled == [5, 6]


@pytest.mark.parametrize("body", [b"", b"\xff\x00garbage", b"[1]", b'{"message": {}}', b"{" * 5000])
async def test_what_cannot_be_read_is_put_aside_so_that_it_does_not_block_its_chat(
    body: bytes, database: Database, clock: Clock
) -> None:
    async with corridor(database, clock, Recorder()) as opened, listening(opened) as url:
        answers = [await post(url, body, HEADERS) for _ in range(2)]

    assert answers == [(200, None)] * 2
    assert list(rows(database).values()) == ["dead"]


async def test_a_body_over_a_megabyte_is_refused(database: Database, clock: Clock) -> None:
    async with corridor(database, clock, Recorder()) as opened, listening(opened) as url:
        status, _ = await post(url, b"x" * (1024 * 1024 + 1), HEADERS)

    assert status == 413
    assert rows(database) == {}


async def test_telegram_is_asked_to_come_back_while_nothing_can_be_stored(database: Database, clock: Clock) -> None:
    async with corridor(database, clock, handler := Recorder()) as opened, listening(opened) as url:
        await opened.writer.change(lambda connection: connection.exec_driver_sql("ALTER TABLE inbox RENAME TO away"))
        assert await post(url, UPDATE, HEADERS) == (503, "5")
        await opened.writer.change(lambda connection: connection.exec_driver_sql("ALTER TABLE away RENAME TO inbox"))
        assert await post(url, UPDATE, HEADERS) == (200, None)
        await handler.until(1)


async def test_telegram_is_asked_to_come_back_while_too_much_waits(database: Database, clock: Clock) -> None:
    async def handle(_: Arrival) -> None:
        await asyncio.get_running_loop().create_future()

    async with corridor(database, clock, handle, handling_seconds=0.5) as opened, listening(opened) as url:
        opened.lanes.accept(
            Arrival(update_id=number, lane=number, raw="{}", received_at=clock.now()) for number in range(10_001)
        )
        assert await post(url, UPDATE, HEADERS) == (503, "5")


async def test_telegram_brings_what_people_say_once_the_webhook_is_registered(
    simulator: Simulator, database: Database
) -> None:
    people, handler = [simulator.person(name) for name in ("Vera", "Ilya")], Recorder()
    simulator.faults.order(method="setWebhook", kind="502", times=2)
    for number in range(30):
        await people[number % 2].says(f"{number}")

    async with (
        api_of(simulator) as api,
        corridor(database, simulator.clock, handler) as opened,
        listening(opened) as url,
    ):
        await Registration(api=api, url=url, secret=SECRET, backoff=AT_ONCE).run()
        await simulator.all_confirmed()
        await handler.until(30)
        await api.call("deleteWebhook", {})

    assert (simulator.dropped, sorted(handler.handled)) == (0, sorted(rows(database)))
    assert [number for number in handler.handled if number % 2] == sorted(n for n in rows(database) if n % 2)


async def test_the_webhook_names_every_kind_of_update_that_polling_asks_for(
    simulator: Simulator, database: Database
) -> None:
    async with (
        api_of(simulator) as api,
        corridor(database, simulator.clock, Recorder()) as opened,
        listening(opened) as url,
    ):
        await Registration(api=api, url=url, secret=SECRET).run()
        await api.call("deleteWebhook", {})

    assert {"chat_member", "message_reaction", "callback_query"} <= simulator.world.updates.allowed
