"""A small scripted bot over HTTP: these tests are about the phones, not about our bot."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from simulator.server import Simulator

Wire = dict[str, object]
CARD: Wire = {
    "inline_keyboard": [
        [{"text": "Count", "callback_data": "count"}, {"text": "Shout", "callback_data": "shout"}],
        [{"text": "Stay silent", "callback_data": "silent"}],
    ]
}
GROUP_KEY: Wire = {
    "keyboard": [
        [{"text": "Pick a group", "request_chat": {"request_id": 7, "chat_is_channel": False, "bot_is_member": True}}]
    ],
    "resize_keyboard": True,
    "one_time_keyboard": True,
}


class EchoBot:
    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session = session
        self._base = base
        self._presses = 0
        self.heard: list[Wire] = []

    async def call(self, method: str, **params: object) -> object:
        async with self._session.post(f"{self._base}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def run(self) -> None:
        offset = 0
        while True:
            updates = cast("list[Wire]", await self.call("getUpdates", offset=offset, timeout=30))
            for update in updates:
                offset = cast("int", update["update_id"]) + 1
                await self._handle(update)

    async def _handle(self, update: Wire) -> None:
        if "callback_query" in update:
            await self._answer(cast("Wire", update["callback_query"]))
        elif "message" in update:
            message = cast("Wire", update["message"])
            self.heard.append(message)
            chat = cast("Wire", message["chat"])
            if chat["type"] == "private":
                await self._reply(chat["id"], message)

    async def _reply(self, chat_id: object, message: Wire) -> None:
        match message.get("text"):
            case "/card":
                await self.call("sendMessage", chat_id=chat_id, text="Pressed 0", reply_markup=CARD)
            case "/group":
                await self.call("sendMessage", chat_id=chat_id, text="Which group?", reply_markup=GROUP_KEY)
            case str(text):
                await self.call("sendMessage", chat_id=chat_id, text=f"You said: {text}")
            case _:
                await self.call("sendMessage", chat_id=chat_id, text="Received.")

    async def _answer(self, query: Wire) -> None:
        match query["data"]:
            case "count":
                await self._count(query)
            case "shout":
                await self._tell(query, "Read this first", show_alert=True)
            case _:
                pass

    async def _count(self, query: Wire) -> None:
        self._presses += 1
        card = cast("Wire", query["message"])
        place = {"chat_id": cast("Wire", card["chat"])["id"], "message_id": card["message_id"]}
        await self.call("editMessageText", **place, text=f"Pressed {self._presses}", reply_markup=CARD)
        await self._tell(query, f"Counted {self._presses}")

    async def _tell(self, query: Wire, text: str, *, show_alert: bool = False) -> None:
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=show_alert)


@asynccontextmanager
async def echo_bot(simulator: Simulator) -> AsyncIterator[EchoBot]:
    async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as tasks:
        bot = EchoBot(session, f"{simulator.url}/bot{simulator.token}")
        polling = tasks.create_task(bot.run())
        yield bot
        polling.cancel()
