"""Speaks with clamd, the daemon of ClamAV: hands it a file piece by piece and reads its word about it."""

from __future__ import annotations

import asyncio
import re
import struct
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter
    from collections.abc import AsyncIterator
    from typing import BinaryIO

_LENGTH = struct.Struct("!I")
_PIECE = 128 * 1024
_CONNECT_SECONDS = 5.0
_SCAN_SECONDS = 120.0
_LONGEST_ANSWER = 4096
_FOUND = re.compile(rb"^stream: .+ FOUND$")


class ScannerAway(Exception):
    """It could not be asked, or said nothing that can be understood. The file must wait."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clamd:
    """At `socket`, or else at `host` and `port`."""

    socket: Path | None = None
    host: str = ""
    port: int = 0

    async def is_clean(self, file: Path) -> bool:
        """Raises ScannerAway."""
        async with self._connected(_SCAN_SECONDS) as (answers, orders):
            orders.write(b"zINSTREAM\0")
            with await asyncio.to_thread(file.open, "rb") as content:
                await _hand_over(content, orders)
            return _verdict(await answers.readuntil(b"\0"))

    async def version(self) -> str:
        """Raises ScannerAway."""
        async with self._connected(_CONNECT_SECONDS) as (answers, orders):
            orders.write(b"zVERSION\0")
            await orders.drain()
            return (await answers.readuntil(b"\0"))[:-1].decode(errors="replace")

    @asynccontextmanager
    async def _connected(self, seconds: float) -> AsyncIterator[tuple[StreamReader, StreamWriter]]:
        orders: StreamWriter | None = None
        try:
            async with asyncio.timeout(_CONNECT_SECONDS):
                answers, orders = await self._open()
            async with asyncio.timeout(seconds):
                yield answers, orders
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError) as error:
            raise ScannerAway(type(error).__name__) from error
        finally:
            if orders is not None:
                orders.close()
                with suppress(OSError):
                    await orders.wait_closed()

    async def _open(self) -> tuple[StreamReader, StreamWriter]:
        if self.socket is not None:
            return await asyncio.open_unix_connection(self.socket, limit=_LONGEST_ANSWER)
        return await asyncio.open_connection(self.host, self.port, limit=_LONGEST_ANSWER)


def clamd_at(address: str) -> Clamd:
    """`unix:/path` or `host:port`, as the settings have checked it."""
    if address.startswith("unix:"):
        return Clamd(socket=Path(address.removeprefix("unix:")))
    host, _, port = address.rpartition(":")
    return Clamd(host=host.strip("[]"), port=int(port))


async def _hand_over(content: BinaryIO, orders: StreamWriter) -> None:
    while piece := await asyncio.to_thread(content.read, _PIECE):
        orders.write(_LENGTH.pack(len(piece)) + piece)
        await orders.drain()
    orders.write(_LENGTH.pack(0))
    await orders.drain()


def _verdict(answer: bytes) -> bool:
    said = answer[:-1].strip()
    if said == b"stream: OK":
        return True
    if _FOUND.match(said):
        return False
    raise ScannerAway("no verdict")
