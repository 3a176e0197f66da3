"""The bot's one HTTP server: webhook, health and metrics are routes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Iterable

_LARGEST_BODY = 1024 * 1024
_SECONDS_FOR_OPEN_REQUESTS = 1.0


def build_app(routes: Iterable[web.RouteDef]) -> web.Application:
    app = web.Application(client_max_size=_LARGEST_BODY)
    app.add_routes(routes)
    return app


class HttpServer:
    """Listens on `host:port`; port 0 takes a free one, which `port` then tells."""

    def __init__(self, app: web.Application, *, host: str, port: int) -> None:
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SECONDS_FOR_OPEN_REQUESTS)
        self._host = host
        self._port = port

    async def start(self) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()

    @property
    def port(self) -> int:
        return int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        await self._runner.cleanup()
