"""One pool of aiohttp connections to Telegram, for our own calls and, as its request object, for python-telegram-bot.

The token is part of every address, so no error that leaves this file may show an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.failures import Failure, NotSent, Uncertain

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping
    from types import TracebackType

    from telegram._utils.types import ODVInput
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

    def __init__(self, *, token: str, connections: int = 256) -> None:
        self._token = token
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

    async def request(
        self,
        verb: str,
        url: str | URL,
        body: bytes | aiohttp.FormData | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        read_timeout: float | None = _READ_SECONDS,
        connect_timeout: float | None = _CONNECT_SECONDS,
    ) -> Answer:
        try:
            async with self.open().request(
                verb,
                url,
                data=body,
                headers=headers,
                allow_redirects=False,
                timeout=_timeout(body, read_timeout, connect_timeout),
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


def _timeout(body: bytes | aiohttp.FormData | None, read: float | None, connect: float | None) -> aiohttp.ClientTimeout:
    # `sock_read` counts from the last written byte; a stalled upload is ended by `total`.
    total = _UPLOAD_SECONDS if isinstance(body, aiohttp.FormData) else None
    return aiohttp.ClientTimeout(total=total, connect=connect, sock_connect=connect, sock_read=read)


class TelegramRequest(BaseRequest):
    """python-telegram-bot's own extension point for HTTP; its default, httpx, is two thirds of a message's cost."""

    __slots__ = ("_transport",)

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @property
    def read_timeout(self) -> float | None:
        return _READ_SECONDS

    async def initialize(self) -> None:
        self._transport.open()

    async def shutdown(self) -> None:
        """The composition root closes the transport, which others use as well."""

    async def do_request(  # noqa: PLR0917 -- the base class has it so
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- aiohttp has none of its own
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- part of connecting
    ) -> tuple[int, bytes]:
        try:
            answer = await self._transport.request(
                method,
                url,
                _form(request_data),
                headers={"User-Agent": self.USER_AGENT},
                read_timeout=_given(read_timeout, _READ_SECONDS),
                connect_timeout=_given(connect_timeout, _CONNECT_SECONDS),
            )
        except Failure as failure:
            raise _as_telegram_error(failure) from failure.__cause__
        return answer.status, answer.body


def _given(seconds: ODVInput[float], otherwise: float) -> float | None:
    return seconds if seconds is None or isinstance(seconds, int | float) else otherwise


def _form(request_data: RequestData | None) -> aiohttp.FormData | None:
    if request_data is None:
        return None
    form = aiohttp.FormData(request_data.json_parameters, quote_fields=False)
    for name, (file_name, content, media_type) in request_data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=media_type)
    return form


def _as_telegram_error(failure: Failure) -> NetworkError:
    if isinstance(failure.__cause__, TimeoutError):
        return TimedOut(f"Timed out: {failure}")
    return NetworkError(f"{type(failure).__name__}: {failure}")
