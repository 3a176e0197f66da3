"""The page's WebSocket: it says which phones it shows, and is sent their state once and then whatever changes."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import orjson
from aiohttp import WSMsgType, web

from simulator.phones.view import Shown

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from simulator.phones.view import Window
    from simulator.wire import Wire


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    show: list[Shown]


class Viewer:
    """One open page."""

    def __init__(self, window: Window, socket: web.WebSocketResponse) -> None:
        self._window = window
        self._socket = socket
        self._shown: list[Shown] = []
        self._sent: Wire | None = None
        self._stirred = asyncio.Event()

    def show(self, phones: Iterable[Shown]) -> None:
        self._shown = list(phones)
        self._stirred.set()

    def stir(self, *_: object) -> None:
        """Something changed in the world. Before the page has said what it shows, there is nothing to send."""
        if self._sent is not None:
            self._stirred.set()

    async def send_changes(self) -> None:
        while not self._socket.closed:
            await self._stirred.wait()
            self._stirred.clear()
            packet = self._packet()
            if packet is not None:
                await self._send(packet)

    def _packet(self) -> Wire | None:
        before, now = self._sent or {}, self._window.keys(self._shown)
        changed = {key: value for key, value in now.items() if before.get(key) != value}
        gone = [key for key in before if key not in now]
        is_full, self._sent = self._sent is None, now
        if not (changed or gone or is_full):
            return None
        return {"full": is_full, "set": changed, "gone": gone, "at": self._window.world.clock.seconds()}

    async def _send(self, packet: Wire) -> None:
        try:
            await self._socket.send_str(orjson.dumps(packet).decode())
        except ConnectionError:
            await self._socket.close()


@asynccontextmanager
async def _watching(window: Window, viewer: Viewer) -> AsyncIterator[None]:
    ends = [window.world.subscribe(viewer.stir), window.world.clock.subscribe(viewer.stir)]
    async with asyncio.TaskGroup() as tasks:
        sending = tasks.create_task(viewer.send_changes())
        try:
            yield
        finally:
            sending.cancel()
            for end in ends:
                end()


async def serve_viewer(window: Window, socket: web.WebSocketResponse) -> None:
    viewer = Viewer(window, socket)
    async with _watching(window, viewer):
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                viewer.show(msgspec.json.decode(message.data, type=Wish).show)
