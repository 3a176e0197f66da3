"""One pool of aiohttp connections to Telegram, for all calls and downloads.

The token is part of every address, so no error that leaves this file may show an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import aiohttp

from bot.failures import Failure, NotSent, Uncertain

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping
    from types import TracebackType

    from yarl import URL

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0
_UPLOAD_SECONDS = 600.0
_CHUNK = 64 * 1024
_DOWNLOAD_TIMEOUT = aiohttp.ClientTimeout(
    total=600.0, connect=_CONNECT_SECONDS, sock_connect=_CONNECT_SECONDS, sock_read=_READ_SECONDS
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    status: int
    body: bytes


class Transport:
    """Raises only `NotSent` and `Uncertain`; every answer that arrives is returned, whatever its status."""

    def __init__(self, *, token: str, connections: int = 256, connect_seconds: float = _CONNECT_SECONDS) -> None:
        self._token = token
        self._connect_seconds = connect_seconds
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def open(self) -> aiohttp.ClientSession:
        """The session, made on first use because it belongs to the running loop."""
        if self._session is None or self._session.closed:
            # Idle connections go before Telegram's servers drop them: a call on a dropped one would be uncertain.
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=15.0)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def post(
        self,
        url: str | URL,
        body: bytes | aiohttp.FormData,
        *,
        headers: Mapping[str, str] | None = None,
        read_timeout: float = _READ_SECONDS,
    ) -> Answer:
        timeout = self._timeout(body, read_timeout)
        try:
            async with self.open().post(
                url, data=body, headers=headers, allow_redirects=False, timeout=timeout
            ) as response:
                return Answer(status=response.status, body=await response.read())
        except (aiohttp.ClientError, OSError) as error:
            failure = self._sorted(error)
        # Raised outside the handler: as its context the error would still carry the address.
        raise failure

    async def stream(self, url: str | URL) -> AsyncGenerator[Answer]:
        """The body in chunks, each with the status of the answer it belongs to."""
        try:
            async with self.open().get(url, allow_redirects=False, timeout=_DOWNLOAD_TIMEOUT) as response:
                async for chunk in response.content.iter_chunked(_CHUNK):
                    yield Answer(status=response.status, body=chunk)
        except (aiohttp.ClientError, OSError) as error:
            failure = self._sorted(error)
        else:
            return
        raise failure

    def _sorted(self, error: Exception) -> Failure:
        never_connected = isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError)
        failure = NotSent(type(error).__name__) if never_connected else Uncertain(type(error).__name__)
        failure.__cause__ = self._without_address(error)
        return failure

    def _without_address(self, error: Exception) -> Exception:
        return error if self._token not in f"{error!s}{error!r}" else ConnectionError(type(error).__name__)

    def _timeout(self, body: bytes | aiohttp.FormData, read: float) -> aiohttp.ClientTimeout:
        # `sock_read` counts from the last written byte; a stalled upload is ended by `total`.
        total, connect = _UPLOAD_SECONDS if isinstance(body, aiohttp.FormData) else None, self._connect_seconds
        return aiohttp.ClientTimeout(total=total, connect=connect, sock_connect=connect, sock_read=read)
