"""Takes updates that Telegram brings: it gets its 200 only when they are stored, so a crash brings them again."""

from __future__ import annotations

import asyncio
import hmac
from typing import TYPE_CHECKING

from aiohttp import web
from yarl import URL

from bot.backoff import Backoff
from bot.failures import Failure
from bot.faults import name_fault
from bot.ingest import ALLOWED_UPDATES
from bot.logs import log

if TYPE_CHECKING:
    from bot.bot_api import BotApi
    from bot.intake import Intake
    from bot.lanes import Lanes

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
_TRY_AGAIN_LATER = {"Retry-After": "5"}
_CONNECTIONS = 40


class Webhook:
    """Listens at the path of `url`, which a proxy in front of the bot must leave as it is."""

    def __init__(self, *, url: str, intake: Intake, lanes: Lanes, secret: str) -> None:
        self._path = URL(url).path
        self._intake = intake
        self._lanes = lanes
        self._secret = secret.encode()

    def routes(self) -> list[web.RouteDef]:
        return [web.post(self._path, self.receive)]

    async def receive(self, request: web.Request) -> web.Response:
        if not self._is_telegram(request):
            return web.Response(status=403)
        if self._lanes.is_full():
            return web.Response(status=503, headers=_TRY_AGAIN_LATER)
        return await self._store(await request.read())

    def _is_telegram(self, request: web.Request) -> bool:
        given = request.headers.get(_SECRET_HEADER, "")
        return hmac.compare_digest(given.encode(errors="surrogateescape"), self._secret)

    async def _store(self, body: bytes) -> web.Response:
        """Also what cannot be understood: refused, it would hold up its chat for a day."""
        try:
            await self._intake.take([body.decode(errors="backslashreplace")], in_order=False)
        except Exception as error:  # noqa: BLE001 - whatever it was, Telegram keeps the update and tries again
            log.warning("an update could not be stored", fault=name_fault(error))
            return web.Response(status=503, headers=_TRY_AGAIN_LATER)
        return web.Response()


class Registration:
    """Tells Telegram where to bring updates, again until it has understood."""

    def __init__(self, *, api: BotApi, url: str, secret: str, backoff: Backoff | None = None) -> None:
        self._api = api
        self._params = {
            "url": url,
            "secret_token": secret,
            "allowed_updates": ALLOWED_UPDATES,
            "max_connections": _CONNECTIONS,
            "drop_pending_updates": False,
        }
        self._backoff = backoff or Backoff()

    async def run(self) -> None:
        failures = 0
        while not await self._register():
            failures += 1
            await asyncio.sleep(self._backoff.delay(failures))

    async def _register(self) -> bool:
        try:
            await self._api.call("setWebhook", self._params)
        except Failure as error:
            log.warning("Telegram did not take the webhook's address", fault=f"{type(error).__name__}: {error}")
            return False
        return True
