"""The bot's side of the line, without a bot."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import aiohttp
import orjson

from tests.simulator.conforms import assert_answer_conforms, assert_update_conforms

if TYPE_CHECKING:
    from simulator.server import Simulator

Json = dict[str, Any]


class Refused(Exception):
    def __init__(self, answer: Json) -> None:
        super().__init__(answer["description"])
        self.code = answer["error_code"]
        self.reason = answer["description"]
        self.parameters = answer.get("parameters")


class Api:
    """Calls methods, checks each answer against aiogram's classes, and confirms updates like a bot."""

    def __init__(self, simulator: Simulator, session: aiohttp.ClientSession) -> None:
        self.simulator = simulator
        self.session = session
        self.offset = 0

    def address(self, method: str) -> str:
        return f"{self.simulator.url}/bot{self.simulator.token}/{method}"

    async def __call__(self, method: str, **params: Any) -> Any:
        async with self.session.post(self.address(method), json=params) as response:
            return self._result(method, orjson.loads(await response.read()))

    async def form(self, method: str, **parts: Any) -> Any:
        """As multipart: bytes are uploads named after their field."""
        form = aiohttp.FormData()
        for name, value in parts.items():
            if isinstance(value, bytes):
                form.add_field(name, BytesIO(value), filename=f"{name}.png")
            else:
                form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
        async with self.session.post(self.address(method), data=form) as response:
            return self._result(method, orjson.loads(await response.read()))

    def _result(self, method: str, answer: Json) -> Any:
        if not answer["ok"]:
            raise Refused(answer)
        assert_answer_conforms(method, answer["result"])
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        try:
            result = await self(method, **params)
        except Refused as refused:
            return refused.code, refused.reason
        raise AssertionError(f"{method} was accepted: {result}")

    async def updates(self, **params: Any) -> list[Json]:
        """What waits now, confirmed by the next call."""
        if not len(self.simulator.world.updates):
            return []
        found: list[Json] = await self("getUpdates", offset=self.offset, **params)
        for update in found:
            assert_update_conforms(update)
            self.offset = update["update_id"] + 1
        return found

    async def fresh(self, kind: str = "message") -> list[Json]:
        """The waiting updates of one kind."""
        return [update[kind] for update in await self.updates() if kind in update]

    async def download(self, file_path: str) -> tuple[int, bytes]:
        url = f"{self.simulator.url}/file/bot{self.simulator.token}/{file_path}"
        async with self.session.get(url) as response:
            return response.status, await response.read()
