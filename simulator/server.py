"""The Bot API over HTTP: reads a request, lets a fault or a method answer it, and remembers it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from inspect import isawaitable
from typing import TYPE_CHECKING

import orjson
from aiohttp import web

import simulator.methods  # noqa: F401 - fills the table
from simulator.background import Background
from simulator.clock import Clock
from simulator.errors import ApiError
from simulator.faults import AFTER, Faults
from simulator.files import UPLOAD_LIMIT
from simulator.groups import Group
from simulator.limits import Limits
from simulator.methods.table import METHODS, Call, Method, Upload
from simulator.persons import Person
from simulator.requests import Accepted, Rejected, read
from simulator.troubles import broken_answer
from simulator.webhooks import Courier
from simulator.world import World

if TYPE_CHECKING:
    from simulator.wire import Wire

REMEMBERED = 200_000
Extension = Callable[["Simulator", web.Application], None]


class Simulator:
    def __init__(
        self, *, token: str, clock: Clock, bot_username: str, bot_name: str, webhook_pause: float = 1.0
    ) -> None:
        self.token = token
        self.clock = clock
        self.world = World(
            clock=clock,
            bot_id=int(token.partition(":")[0]),
            bot_username=bot_username,
            bot_name=bot_name,
        )
        self.faults = Faults()
        self.limits = Limits(clock)
        self.requests: deque[Accepted] = deque(maxlen=REMEMBERED)
        self.rejected: deque[Rejected] = deque(maxlen=REMEMBERED)
        self.url = ""
        self.background = Background()
        self._courier = Courier(self.world, self.faults, self.background, first_pause=webhook_pause)
        self.world.on_webhook = self._courier.changed

    @classmethod
    @asynccontextmanager
    async def start(
        cls,
        *,
        token: str = "123456:TEST-simulated-token-of-thirty-five-",  # noqa: S107 - opens nothing but this toy
        host: str = "127.0.0.1",
        port: int = 0,
        clock: Clock | None = None,
        bot_username: str = "ementor_bot",
        bot_name: str = "ementor",
        extend: Extension | None = None,
        webhook_pause: float = 1.0,
    ) -> AsyncIterator[Simulator]:
        """`extend` may hang more pages on the same server; `webhook_pause` comes before the first repeated delivery."""
        simulator = cls(
            token=token,
            clock=clock or Clock(),
            bot_username=bot_username,
            bot_name=bot_name,
            webhook_pause=webhook_pause,
        )
        runner = web.AppRunner(simulator.application(extend), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
            simulator.url = f"http://{host}:{runner.addresses[0][1]}"
            yield simulator
        finally:
            simulator.faults.clear()
            simulator.world.updates.interrupt("Conflict: the simulator stops")
            await simulator.background.stop()
            await simulator._courier.close()
            await runner.cleanup()

    def application(self, extend: Extension | None) -> web.Application:
        app = web.Application(client_max_size=UPLOAD_LIMIT + 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        if extend is not None:
            extend(self, app)
        return app

    def person(
        self,
        first_name: str,
        last_name: str = "",
        username: str | None = None,
        language_code: str | None = "en",
    ) -> Person:
        return Person(self.world, self.world.new_person(first_name, last_name, username, language_code))

    def group(
        self,
        title: str,
        *,
        owner: Person,
        members: list[Person] | None = None,
        supergroup: bool = False,
        forum: bool = False,
    ) -> Group:
        """A forum is a supergroup."""
        chat = self.world.new_group("supergroup" if supergroup or forum else "group", title, owner.user, is_forum=forum)
        group = Group(self.world, chat)
        for member in members or []:
            group.adds(member, by=owner)
        return group

    @property
    def queued(self) -> int:
        return self.world.updates.queued

    @property
    def confirmed(self) -> int:
        return self.world.updates.confirmed

    @property
    def dropped(self) -> int:
        return self.world.updates.dropped

    async def all_confirmed(self, timeout_seconds: float = 30) -> None:
        """Waits until the bot has confirmed everything that was queued for it."""
        async with asyncio.timeout(timeout_seconds):
            await self.world.updates.all_confirmed()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return _json(ApiError(401, "Unauthorized").wire(), 401)
        method = METHODS.get(request.match_info["method"].lower())
        if method is None:
            return self._refuse(request.match_info["method"], {}, ApiError(404, "Not Found: method not found"))
        params: Wire = {}
        try:
            params, uploads = await read(request)
            params = method.read(params)
        except ApiError as refusal:
            return self._refuse(method.name, params, refusal)
        return await self._answer_or_break(request, method, params, uploads)

    async def _answer_or_break(
        self, request: web.Request, method: Method, params: Wire, uploads: dict[str, Upload]
    ) -> web.StreamResponse:
        fault = self.faults.take(method.name, params.get("chat_id"))
        if fault is None:
            return await self._perform(method, params, uploads)
        if fault.kind in {"delay", "duplicate", "reorder"}:
            await asyncio.sleep(fault.seconds)
            return _altered(await self._perform(method, params, uploads), fault.kind)
        if fault.kind in AFTER:
            await self._perform(method, params, uploads)
        return await broken_answer(request, fault)

    async def _perform(self, method: Method, params: Wire, uploads: dict[str, Upload]) -> web.Response:
        try:
            if method.name.startswith(_SENDING):
                self._spend(params)
            result = method.perform(Call(self.world, uploads), params)
            if isawaitable(result):
                result = await result
        except ApiError as refusal:
            return self._refuse(method.name, params, refusal)
        self.requests.append(Accepted(method=method.name, params=params, uploads=uploads, time=self.clock.now()))
        return _json({"ok": True, "result": result})

    def _spend(self, params: Wire) -> None:
        media = params.get("media")
        self.limits.spend(str(params.get("chat_id")), len(media) if isinstance(media, list) else 1)

    def _refuse(self, name: str, params: Wire, refusal: ApiError) -> web.Response:
        self.rejected.append(
            Rejected(
                method=name,
                params=params,
                time=self.clock.now(),
                code=refusal.code,
                reason=refusal.description,
                strict=refusal.strict,
            )
        )
        return _json(refusal.wire(), refusal.code)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return _json(ApiError(401, "Unauthorized").wire(), 401)
        fault = self.faults.take("file", None)
        if fault is not None and fault.kind != "delay":
            return await broken_answer(request, fault)
        file = self.world.files.open(request.match_info["path"], self.clock.seconds())
        if file is None or file.content is None:
            return _json(ApiError(404, "Not Found").wire(), 404)
        return web.Response(body=file.content, content_type="application/octet-stream")


_SENDING = ("send", "forward", "copy", "edit")


def _json(answer: Wire, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(answer), status=status, content_type="application/json")


def _altered(response: web.Response, kind: str) -> web.Response:
    """The same updates twice, or the last first."""
    if kind == "delay" or not isinstance(response.body, bytes):
        return response
    answer = orjson.loads(response.body)
    updates = answer.get("result") or []
    answer["result"] = updates * 2 if kind == "duplicate" else updates[::-1]
    return _json(answer, response.status)
