"""The lean way to call Telegram: one JSON post per call, its answer, or one of the failures of `bot.failures`."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import aiohttp
import orjson
from yarl import URL

from bot.failures import Failure, Refused, TokenRefused, Uncertain, sort_refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from bot.transport import Answer, Transport

_JSON = {"Content-Type": "application/json"}
_OK, _NOT_FOUND = 200, 404
_NOTICED_ANSWER_SECONDS = 5.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """From a file, from memory, or made when it is opened, in a thread of its own."""

    file_name: str
    path: Path | None = None
    content: bytes = b""
    made: Callable[[], bytes | BinaryIO] | None = None

    def opened(self) -> BinaryIO:
        if self.path is not None:
            return self.path.open("rb")
        content = self.content if self.made is None else self.made()
        return io.BytesIO(content) if isinstance(content, bytes) else content


class BotApi:
    def __init__(self, *, transport: Transport, token: str, api_url: str) -> None:
        self._transport = transport
        self._methods = URL(f"{api_url.rstrip('/')}/bot{token}")
        self._urls: dict[str, URL] = {}
        self._files = URL(f"{api_url.rstrip('/')}/file/bot{token}")

    async def call(
        self,
        method: str,
        params: Mapping[str, object],
        files: Mapping[str, Upload] | None = None,
        *,
        read_timeout: float = 20.0,
    ) -> object:
        """The `result` of the answer. `files` are uploaded as parts that `params` name as `attach://<key>`."""
        if files:
            answer = await self._upload(method, params, files, read_timeout)
        else:
            answer = await self._post(method, params, read_timeout)
        return _result(answer)

    async def fetch(self, method: str, params: Mapping[str, object], *, read_timeout: float = 20.0) -> bytes:
        """The body of a successful answer as it came, for a caller who stores it unread."""
        answer = await self._post(method, params, read_timeout)
        if answer.status != _OK:
            raise _failure(answer)
        return answer.body

    async def answer_callback(self, callback_query_id: str, text: str | None = None, *, alert: bool = False) -> bool:
        """Stop the button's clock, best effort: whether Telegram took the answer. It refuses late ones."""
        params: dict[str, object] = {"callback_query_id": callback_query_id}
        if text:
            params |= {"text": text, "show_alert": alert}
        try:
            await self.call("answerCallbackQuery", params, read_timeout=_NOTICED_ANSWER_SECONDS)
        except Failure:
            return False
        return True

    async def download(self, file_path: str) -> AsyncIterator[bytes]:
        """The chunks of a file whose path getFile told."""
        async with contextlib.aclosing(self._transport.stream(self._files / file_path)) as answers:
            async for answer in answers:
                if answer.status == _NOT_FOUND:
                    raise Refused(_NOT_FOUND, "the file is gone, or its path has expired")
                if answer.status != _OK:
                    raise _failure(answer)
                yield answer.body

    def _url(self, method: str) -> URL:
        """Put together once for each method: that costs as much as writing the JSON."""
        return self._urls.get(method) or self._urls.setdefault(method, self._methods / method)

    async def _post(self, method: str, params: Mapping[str, object], read_timeout: float) -> Answer:
        body = orjson.dumps(params)
        return await self._transport.post(self._url(method), body, headers=_JSON, read_timeout=read_timeout)

    async def _upload(
        self, method: str, params: Mapping[str, object], files: Mapping[str, Upload], read_timeout: float
    ) -> Answer:
        handles = await asyncio.to_thread(_opened, files)
        try:
            form = _form(params, files, handles)
            return await self._transport.post(self._url(method), form, read_timeout=read_timeout)
        finally:
            for handle in handles.values():
                handle.close()


def _opened(files: Mapping[str, Upload]) -> dict[str, BinaryIO]:
    return {name: upload.opened() for name, upload in files.items()}


def _form(
    params: Mapping[str, object], files: Mapping[str, Upload], handles: Mapping[str, BinaryIO]
) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)  # Telegram shows a quoted file name as it came
    for name, value in params.items():
        form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
    for name, upload in files.items():
        form.add_field(name, handles[name], filename=upload.file_name, content_type="application/octet-stream")
    return form


def _result(answer: Answer) -> object:
    match _parsed(answer.body):
        case {"ok": True, "result": result} if answer.status == _OK:
            return result
        case _:
            raise _failure(answer)


def _failure(answer: Answer) -> Failure:
    match _parsed(answer.body):
        case {"ok": False, "error_code": int(code), "description": str(description), **rest}:
            parameters = rest.get("parameters")
            return sort_refusal(code, description, parameters if isinstance(parameters, dict) else {})
        case _:
            return _failure_on_the_way(answer.status)


def _failure_on_the_way(status: int) -> Failure:
    """Not the Bot API but a web server before it, or one in trouble: its status says nothing about the chat."""
    match status:
        case 401 | 404:
            return TokenRefused(f"{status}")
        case 413:
            return Refused(413, "request entity too large")
        case _:
            return Uncertain(f"{status} with an unreadable body")


def _parsed(body: bytes) -> object:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return _parsed_leniently(body)


def _parsed_leniently(body: bytes) -> object:
    """Half of a surrogate pair in somebody's name must not make a whole batch unreadable."""
    try:
        return json.loads(body)
    except ValueError:
        return None
