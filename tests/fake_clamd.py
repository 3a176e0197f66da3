"""A clamd that speaks the real protocol over loopback, and finds only the harmless test virus of EICAR."""

from __future__ import annotations

import asyncio
import struct
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.clamd import Clamd

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter
    from collections.abc import AsyncIterator
    from pathlib import Path

#: In two pieces, so that no scanner finds it here.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + rb"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@dataclass
class FakeClamd:
    """`away`: it takes connections and says nothing that can be understood. `limit` in bytes."""

    port: int = 0
    away: bool = False
    limit: int = 25 * 2**20
    looked_at: list[int] = field(default_factory=list)

    @property
    def client(self) -> Clamd:
        return Clamd(host="127.0.0.1", port=self.port)

    async def serve(self, orders: StreamReader, answers: StreamWriter) -> None:
        try:
            answers.write(await self._answer(orders))
            await answers.drain()
        finally:
            answers.close()

    async def _answer(self, orders: StreamReader) -> bytes:
        order = await orders.readuntil(b"\0")
        if self.away:
            return b""
        if order == b"zVERSION\0":
            return b"ClamAV 1.4.2/27000\0"
        if order != b"zINSTREAM\0":
            return b"UNKNOWN COMMAND\0"
        return await self._scanned(orders)

    async def _scanned(self, orders: StreamReader) -> bytes:
        content = b""
        while (length := struct.unpack("!I", await orders.readexactly(4))[0]) != 0:
            content += await orders.readexactly(length)
            if len(content) > self.limit:
                return b"INSTREAM size limit exceeded. ERROR\0"
        self.looked_at.append(len(content))
        return b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"


@asynccontextmanager
async def a_clamd(socket: Path | None = None) -> AsyncIterator[FakeClamd]:
    """On a port of its own, or on this socket."""
    fake = FakeClamd()
    if socket is not None:
        server = await asyncio.start_unix_server(fake.serve, socket)
    else:
        server = await asyncio.start_server(fake.serve, "127.0.0.1", 0)
        fake.port = server.sockets[0].getsockname()[1]
    async with server:
        yield fake
