"""Makes the link by which the first manager comes in; it only signs, so it works with and without a running bot."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.bot_api import BotApi
from bot.clock import SystemClock
from bot.transport import Transport
from mentoring.invitations import Door, payload
from mentoring.manager_codes import new_code, signing_key

if TYPE_CHECKING:
    from config.settings import Settings


@dataclass(frozen=True, kw_only=True, slots=True)
class Created:
    """`code` is what the link carries, for typing after /start."""

    link: str
    code: str


def create(settings: Settings) -> Created:
    token = settings.bot_token().get_secret_value()
    code = payload(Door.MANAGER, new_code(signing_key(token), SystemClock().now()))
    username = asyncio.run(_username(token, settings.api_url))
    return Created(link=f"https://t.me/{username}?start={code}", code=code)


async def _username(token: str, api_url: str) -> str:
    async with Transport(token=token) as transport:
        me = await BotApi(transport=transport, token=token, api_url=api_url).call("getMe", {})
    match me:
        case {"username": str(username)}:
            return username
        case _:
            raise ValueError("Telegram did not say the bot's username")
