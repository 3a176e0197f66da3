"""Who sends the waves: our corridor of notices, and python-telegram-bot with its own limiter."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.bot_api import BotApi
from bot.clock import SystemClock
from bot.delivery import Delivery
from bot.pacer import Pacer, Rates
from bot.supervisor import Supervisor
from bot.transport import Transport
from handlers.message import Content
from storage import outbox
from storage.engine import open_database
from storage.parcels import ParcelDraft
from storage.schema import metadata
from storage.tables import outbox as tables
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from sqlalchemy import Connection

    from benchmarks.waving import Wave
    from storage.parcels import Parcel

TOKEN = "1:a"  # noqa: S105 -- the server behind it takes any
_CONNECTIONS = 256
_PATIENCE_SECONDS = 300.0


async def ours(url: str, wave: Wave) -> None:
    with tempfile.TemporaryDirectory() as folder:
        all_sent, left, loop = asyncio.Event(), set(wave.texts), asyncio.get_running_loop()

        def on_result(_connection: Connection, parcel: Parcel, _result: object) -> None:
            left.discard(parcel.facts)
            if not left:
                loop.call_soon_threadsafe(all_sent.set)

        async with _corridor(url, Path(folder), on_result) as (writer, delivery):

            async def tell(*messages: tuple[int, str], broadcast: bool) -> None:
                now = SystemClock().now()
                drafts = [
                    ParcelDraft(chat_id=chat_id, kind="wave", facts=text, broadcast=broadcast)
                    for chat_id, text in messages
                ]
                await writer.change(lambda connection: [outbox.add(connection, draft, now) for draft in drafts])
                delivery.wake()

            async def send_wave() -> None:
                await tell(*wave.messages, broadcast=True)
                await all_sent.wait()

            await _beside_answers(wave, send_wave, lambda chat_id, text: tell((chat_id, text), broadcast=False))


@asynccontextmanager
async def _corridor(
    url: str, folder: Path, on_result: Callable[[Connection, Parcel, object], None]
) -> AsyncIterator[tuple[Writer, Delivery]]:
    database, supervisor = open_database(f"sqlite:///{folder / 'waves.db'}"), Supervisor()
    metadata.create_all(database.writing, tables=[tables.outbox, tables.cards, tables.chat_aliases])
    writer = Writer(database=database)
    async with Transport(token=TOKEN) as transport:
        delivery = Delivery(
            api=BotApi(transport=transport, token=TOKEN, api_url=url),
            render=lambda parcel, _: Content(text=parcel.facts),
            writer=writer,
            clock=SystemClock(),
            supervisor=supervisor,
            pacer=Pacer(Rates()),
            on_result=on_result,
            on_unreachable=_ignore,
            on_migrated=_ignore,
        )
        writer.start()
        supervisor.start("delivery", delivery.run, wind_down=delivery.wind_down)
        try:
            yield writer, delivery
        finally:
            await supervisor.stop()
            await writer.stop()
            database.close()


def _ignore(*_: object) -> None: ...


async def ptb(url: str, wave: Wave, *, max_retries: int) -> None:
    """As its documentation shows it: the limiter with its defaults, a task for each message."""
    limiter = AIORateLimiter(max_retries=max_retries)
    request = HTTPXRequest(connection_pool_size=_CONNECTIONS, pool_timeout=_PATIENCE_SECONDS)
    async with ExtBot(TOKEN, base_url=f"{url}/bot", request=request, rate_limiter=limiter) as bot:

        async def send(chat_id: int, text: str) -> None:
            await bot.send_message(chat_id, text)

        async def send_wave() -> None:
            await asyncio.gather(*(send(*message) for message in wave.messages), return_exceptions=True)

        await _beside_answers(wave, send_wave, send)


async def _beside_answers(
    wave: Wave, send_wave: Callable[[], Awaitable[None]], answer: Callable[[int, str], Awaitable[None]]
) -> None:
    over = asyncio.Event()

    async def send_and_end() -> None:
        wave.began_at = time.monotonic()
        await send_wave()
        over.set()

    await asyncio.gather(send_and_end(), wave.ask_until(over, answer))
