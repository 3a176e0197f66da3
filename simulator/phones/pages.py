"""The page's routes, hung on the simulator's own server: `Simulator.start(extend=Phones(guide).extend)`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from weakref import WeakSet

from aiohttp import WSCloseCode, web

import simulator.phones.gathering
import simulator.phones.keying
import simulator.phones.talking  # noqa: F401 - these three fill the table
from simulator.errors import ApiError
from simulator.phones.guards import guard
from simulator.phones.guide import Guide
from simulator.phones.hand import Hand
from simulator.phones.live import serve_viewer
from simulator.phones.reading import Reading
from simulator.phones.table import perform
from simulator.phones.uploading import received
from simulator.phones.view import Window

if TYPE_CHECKING:
    from simulator.server import Simulator

STATIC = Path(__file__).parent / "static"
SHOWN_INSIDE = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif", "audio/ogg", "audio/mpeg"})


class Phones:
    def __init__(self, guide: Guide | None = None) -> None:
        self.guide = guide or Guide()
        self.reading = Reading()
        self._sockets: WeakSet[web.WebSocketResponse] = WeakSet()

    def extend(self, simulator: Simulator, app: web.Application) -> None:
        self._world = simulator.world
        page = web.Application(middlewares=[guard])
        page.router.add_get("/live", self._live)
        page.router.add_get("/file/{file_id}", self._file)
        page.router.add_post("/do/{deed}", self._do)
        page.router.add_static("/static", STATIC)
        app.router.add_get("/", _index)
        app.add_subapp("/phones", page)
        app.on_shutdown.append(self._close)

    def read_everything(self) -> None:
        """Whatever was said so far is no news to anybody."""
        self.reading.read_everything(self._world)

    async def _live(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        self._sockets.add(socket)
        await serve_viewer(Window(world=self._world, guide=self.guide, reading=self.reading), socket)
        return socket

    async def hang_up(self) -> None:
        """Ends every page's connection; an open page comes back by itself."""
        for socket in tuple(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    async def _close(self, _: web.Application) -> None:
        await self.hang_up()

    async def _do(self, request: web.Request) -> web.Response:
        name = request.match_info["deed"]
        try:
            fields, files = await received(request)
            answer = await perform(name, Hand(world=self._world, files=files), fields)
        except ApiError as refusal:
            return web.json_response({"error": refusal.description}, status=refusal.code)
        return web.json_response(answer)

    async def _file(self, request: web.Request) -> web.Response:
        file = self._world.files.by_id.get(request.match_info["file_id"])
        if file is None or file.content is None:
            raise web.HTTPNotFound(text="This file has no content here.")
        place = "inline" if file.mime in SHOWN_INSIDE else f"attachment; filename*=UTF-8''{quote(file.name or 'file')}"
        return web.Response(body=file.content, content_type=file.mime, headers={"Content-Disposition": place})


async def _index(request: web.Request) -> web.StreamResponse:
    return await guard(request, _page)


async def _page(_: web.Request) -> web.StreamResponse:
    return web.FileResponse(STATIC / "index.html")
