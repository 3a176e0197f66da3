"""What Telegram says about this bot: the token, its flags, a webhook left over, and whose clock is right."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import aiohttp

from bot.bot_api import BotApi
from bot.doctor.finding import good, mind, wrong
from bot.failures import Failure, TokenRefused
from bot.transport import Transport
from config.checks import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.clock import Clock
    from bot.doctor.finding import Finding
    from config.settings import Settings

TOLERATED_SKEW = timedelta(seconds=30)


async def look_at_telegram(settings: Settings, clock: Clock) -> list[Finding]:
    try:
        token = settings.bot_token().get_secret_value()
    except ConfigurationError as error:
        return [wrong("token", str(error))]
    async with Transport(token=token) as transport:
        api = BotApi(transport=transport, token=token, api_url=settings.api_url)
        return [await _clock(transport.open(), settings.api_url, clock), *await _bot(api, settings)]


async def _clock(session: aiohttp.ClientSession, api_url: str, clock: Clock) -> Finding:
    try:
        async with session.get(api_url, allow_redirects=False, timeout=aiohttp.ClientTimeout(total=10)) as answer:
            return judge_clock(answer.headers.get("Date", ""), clock.now())
    except (aiohttp.ClientError, TimeoutError) as error:
        return wrong(
            "network", f"{api_url} cannot be reached ({type(error).__name__}). Check network, proxy and firewall."
        )


def judge_clock(date_header: str, now: datetime) -> Finding:
    try:
        skew = now - parsedate_to_datetime(date_header)
    except ValueError:
        return mind("clock", "Telegram's answer holds no date, so this clock could not be compared with it.")
    if abs(skew) <= TOLERATED_SKEW:
        return good("clock", "The clock agrees with Telegram's.")
    seconds = round(skew.total_seconds())
    return wrong("clock", f"The clock is {seconds:+d} s off. Reminders would go out at wrong times: switch on NTP.")


async def _bot(api: BotApi, settings: Settings) -> list[Finding]:
    try:
        me, webhook = await api.call("getMe", {}), await api.call("getWebhookInfo", {})
    except TokenRefused:
        return [wrong("token", "Telegram does not know this token. Ask BotFather for the present one: /token")]
    except Failure as error:
        return [wrong("Telegram", f"It does not answer as it should ({error}). Try again in a minute.")]
    return [*judge_bot(_mapping(me)), *judge_webhook(_mapping(webhook), settings.webhook_url or "")]


def _mapping(answer: object) -> Mapping[str, object]:
    return answer if isinstance(answer, dict) else {}


def judge_bot(me: Mapping[str, object]) -> Iterator[Finding]:
    yield good("token", f"This is @{me.get('username')}.")
    if not me.get("can_join_groups"):
        yield wrong("groups", "The bot may not be added to groups. At BotFather: /setjoingroups, Enable.")
    if me.get("can_read_all_group_messages"):
        yield mind(
            "privacy", "Privacy mode is off, so the bot sees more than it needs. At BotFather: /setprivacy, Enable."
        )
    if me.get("has_topics_enabled"):
        yield mind(
            "topics", "Threaded mode is on in private chats; the bot does not use it. Switch it off at BotFather."
        )


def judge_webhook(webhook: Mapping[str, object], wanted: str) -> Iterator[Finding]:
    url, waiting = webhook.get("url") or "", webhook.get("pending_update_count") or 0
    if url == wanted:
        yield good("updates", f"{'By webhook' if wanted else 'By long polling'}; {waiting} wait at Telegram.")
    elif wanted:
        yield mind("updates", "Telegram does not bring updates to EMENTOR_WEBHOOK_URL yet. `ementor run` sets that.")
    else:
        yield mind("updates", "A webhook is still set somewhere else. `ementor run` takes it down: is that bot yours?")
    if complaint := webhook.get("last_error_message"):
        yield mind("webhook", f"Telegram's last complaint: {complaint}")
