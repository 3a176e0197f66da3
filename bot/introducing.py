"""Tells Telegram, once at every start, what the bot says of itself and which commands it offers, in each language."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.backoff import Backoff
from bot.failures import Failure
from bot.logs import log
from mentoring.menus import menu_of
from mentoring.people import Language
from texts import introduction
from texts.say import Say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.bot_api import BotApi

_MENU_BUTTON = {"type": "commands"}
#: English is said to everybody whose language has no text of its own.
_CODES = {Language.EN: "", Language.BG: "bg"}


class Introducing:
    """Compares first: Telegram limits how often these may be changed."""

    def __init__(self, *, api: BotApi) -> None:
        self.api = api

    async def run(self) -> None:
        backoff, failures = Backoff(), 0
        while True:
            try:
                return await self.introduce()
            except Failure as failure:
                failures += 1
                log.warning("the bot could not introduce itself yet", failure=type(failure).__name__)
                await asyncio.sleep(backoff.delay(failures))

    async def introduce(self) -> None:
        if await self.api.call("getChatMenuButton", {}) != _MENU_BUTTON:
            await self.api.call("setChatMenuButton", {"menu_button": _MENU_BUTTON})
        for language, code in _CODES.items():
            for name, where, wanted in _wanted(Say(language, "UTC")):
                in_language = {**where, "language_code": code} if code else where
                if await self.api.call(f"get{name}", in_language) != wanted:
                    await self.api.call(f"set{name}", {**in_language, **_as_params(wanted)})


def _wanted(say: Say) -> Iterator[tuple[str, dict[str, object], object]]:
    """Method, its scope, and what Telegram should answer to the getter."""
    anybody = [(command, introduction.command(say, command)) for command in menu_of(())]
    member = [("help", introduction.group_help(say))]
    for scope, commands in (
        ("all_private_chats", anybody),
        ("all_group_chats", member),
        ("all_chat_administrators", [*member, ("bind", introduction.group_bind(say))]),
    ):
        wanted = [{"command": command, "description": text} for command, text in commands]
        yield "MyCommands", {"scope": {"type": scope}}, wanted
    yield "MyDescription", {}, {"description": introduction.description(say)}
    yield "MyShortDescription", {}, {"short_description": introduction.short_description(say)}


def _as_params(wanted: object) -> dict[str, object]:
    return dict(wanted) if isinstance(wanted, dict) else {"commands": wanted}
