"""`ementor run`: one process for one token, from the settings to a clean stop."""

from __future__ import annotations

import asyncio
import signal
from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.backoff import Backoff
from bot.bootstrap import Ground, build
from bot.bot_api import BotApi
from bot.clamd import clamd_at
from bot.clock import SystemClock
from bot.crash_points import reached
from bot.failures import Failure, TokenRefused
from bot.health import health_routes
from bot.http import HttpServer, build_app
from bot.known_names import KnownNames
from bot.life import living
from bot.logs import log
from bot.pacer import Rates
from bot.programme import rules_for
from bot.transport import Transport
from bot.webhook import Registration, Webhook
from storage.blobs import BlobStore
from storage.disk import free_bytes
from storage.engine import open_database
from storage.lock import hold
from storage.migrate import migrate
from storage.readers import Readers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from aiohttp import web

    from bot.bootstrap import House
    from bot.redaction import Redaction
    from config.settings import Settings
    from storage.engine import Database

TELEGRAMS_PACE: Final = Rates()


def run(settings: Settings, redaction: Redaction, rates: Rates | None = TELEGRAMS_PACE) -> None:
    """Until SIGTERM or SIGINT. Raises AlreadyRunning, SchemaTooNew, TokenRefused."""
    token = settings.bot_token().get_secret_value()
    if settings.webhook_secret is not None:
        redaction.keep_secret(settings.webhook_secret.get_secret_value())
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = open_database(settings.database_url)
    with hold(database):
        migrate(database)
        with suppress(asyncio.CancelledError, KeyboardInterrupt):
            asyncio.run(_run(settings, redaction, token, database, rates))


async def _run(settings: Settings, redaction: Redaction, token: str, database: Database, rates: Rates | None) -> None:
    end_on_signal()
    async with AsyncExitStack() as stack:
        stack.callback(database.close)
        transport = await stack.enter_async_context(Transport(token=token))
        api = BotApi(transport=transport, token=token, api_url=settings.api_url)
        ground = Ground(
            token=token,
            me=await who_am_i(api),
            api=api,
            database=database,
            blobs=BlobStore(settings.data_dir, reached=reached),
            clock=SystemClock(),
            rules=rules_for(settings),
            clamd=None if settings.clamd is None else clamd_at(settings.clamd),
            rates=rates,
            data_dir=settings.data_dir,
            pdf_converter=settings.pdf_converter,
            free_bytes=partial(free_bytes, *_folders(settings, database)),
        )
        house = build(ground)
        await _serve(stack, settings, house, ground)
        readers = Readers(database=database)
        stack.push_async_callback(readers.close)
        house.supervisor.start("known names", KnownNames(readers=readers, redaction=redaction).run)
        polling = settings.webhook_url is None
        if polling:
            stack.enter_context(house.watchdog.watching())
        await stack.enter_async_context(living(house, polling=polling))
        log.info("running", bot=ground.me.get("username"))
        await asyncio.Event().wait()


def _folders(settings: Settings, database: Database) -> Sequence[Path]:
    """Which may lie on two disks."""
    return [settings.data_dir] if database.file is None else [settings.data_dir, database.file.parent]


def end_on_signal(*, in_peace: bool = False) -> None:
    """The first SIGTERM or SIGINT ends whatever the program waits for, also while Telegram does not answer yet.

    The second ends it at once, for that loses nothing; `in_peace` not before it has put everything away.
    """
    loop, task = asyncio.get_running_loop(), asyncio.current_task()

    def end() -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
            if in_peace:
                signal.signal(number, signal.SIG_IGN)
        if task is not None:
            log.info("stopping")
            task.cancel()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, end)


async def who_am_i(api: BotApi) -> Mapping[str, object]:
    """Telegram's answer to getMe; while Telegram can't be reached it is asked again. Raises TokenRefused."""
    backoff, failures = Backoff(), 0
    while True:
        try:
            me = await api.call("getMe", {})
        except TokenRefused:
            raise
        except Failure as failure:
            failures += 1
            log.warning("Telegram does not answer yet", failure=type(failure).__name__)
            await asyncio.sleep(backoff.delay(failures))
        else:
            return me if isinstance(me, dict) else {}


async def _serve(stack: AsyncExitStack, settings: Settings, house: House, ground: Ground) -> None:
    health = health_routes(
        clock=ground.clock,
        progress=house.progress,
        outgoing=house.delivery.outgoing,
        polling=settings.webhook_url is None,
    )
    routes = [*health, *_webhook_routes(settings, house, ground)]
    server = HttpServer(build_app(routes), host=settings.http_address.host, port=settings.http_address.port)
    await server.start()
    stack.push_async_callback(server.stop)


def _webhook_routes(settings: Settings, house: House, ground: Ground) -> list[web.RouteDef]:
    if settings.webhook_url is None or settings.webhook_secret is None:
        return []
    secret = settings.webhook_secret.get_secret_value()
    registration = Registration(api=ground.api, url=settings.webhook_url, secret=secret)
    house.supervisor.start("webhook registration", registration.run)
    return Webhook(intake=house.intake, lanes=house.lanes, url=settings.webhook_url, secret=secret).routes()
