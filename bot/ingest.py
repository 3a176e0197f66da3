"""Asks Telegram for updates, for ever: nothing is confirmed that is not stored, and no answer ends the loop.

python-telegram-bot's own polling confirms what it has only queued, and one 401 stops it for good.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from bot import raw_updates
from bot.alarm import Alarm, Trouble
from bot.backoff import Backoff
from bot.failures import Failure, Refused, TokenRefused, Wait
from bot.faults import name_fault
from bot.logs import log
from storage import inbox

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.bot_api import BotApi
    from bot.clock import Clock
    from bot.intake import Intake
    from bot.lanes import Lanes
    from bot.progress import Progress
    from storage.writer import Writer

ALLOWED_UPDATES: Final = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "poll_answer",
)
_CONFLICT = 409
#: More than these may wait at Telegram: ask at once.
_FULL_BATCH = 100
_ANSWER_AFTER_POLL_SECONDS = 10.0
#: Whoever asks the same again within half a second gets only the first of what waits.
_UNTIL_OTHERS_COME_SECONDS = 0.6
_SIGN_OF_LIFE = timedelta(minutes=1)


class NotStoredError(Exception):
    """The database did not take the batch; Telegram still has it."""


class NothingNumberedError(Exception):
    """Updates without a number cannot be confirmed: they come again until one with a number comes behind them."""


class Ingest:
    """Start it when the lanes have loaded what waits; cancel it at any time.

    `alive` hears of every poll that ended, well or not, and for how many seconds none will follow.
    """

    def __init__(
        self,
        *,
        api: BotApi,
        intake: Intake,
        lanes: Lanes,
        writer: Writer,
        clock: Clock,
        progress: Progress,
        alarm: Alarm,
        alive: Callable[[float], None],
        long_poll_seconds: int = 30,
        polling_backoff: Backoff | None = None,
        storing_backoff: Backoff | None = None,
    ) -> None:
        self._api = api
        self._intake = intake
        self._lanes = lanes
        self._writer = writer
        self._clock = clock
        self._progress = progress
        self._alarm = alarm
        self._alive = alive
        self._long_poll_seconds = long_poll_seconds
        self._polling_backoff = polling_backoff or Backoff()
        self._storing_backoff = storing_backoff or Backoff(longest=4.0)
        # Zero asks from the earliest unconfirmed update: Telegram knows better than we do which that is.
        self._offset = 0
        self._failures = 0
        self._noted_at: datetime | None = None

    async def run(self) -> None:
        while True:
            await self._wait_for_room()
            try:
                await self._round()
            except Exception as error:  # noqa: BLE001 - the corridor stays open whatever came in
                seconds = await self._after_failure(error)
                self._alive(seconds)
                await asyncio.sleep(seconds)

    async def _wait_for_room(self) -> None:
        self._alive(0.0)
        while self._lanes.is_full():
            with suppress(TimeoutError):
                async with asyncio.timeout(_SIGN_OF_LIFE.total_seconds()):
                    await self._lanes.room()
            self._alive(0.0)

    async def _round(self) -> None:
        raws = await self._poll()
        if raws:
            await self._take(raws)
        else:
            await self._note_sign_of_life()
        self._recovered()

    async def _poll(self) -> list[str]:
        params = {
            "offset": self._offset,
            "timeout": self._long_poll_seconds,
            "allowed_updates": ALLOWED_UPDATES,
        }
        patience = self._long_poll_seconds + _ANSWER_AFTER_POLL_SECONDS
        return raw_updates.split(await self._api.fetch("getUpdates", params, read_timeout=patience))

    async def _take(self, raws: list[str]) -> None:
        try:
            batch = await self._intake.take(raws, in_order=True)
        except Exception as error:
            raise NotStoredError from error
        if not batch.ids:
            raise NothingNumberedError
        # Of this batch, not of all: after a quiet week the numbers may start again below.
        self._offset = batch.ids[-1] + 1
        self._noted_at = batch.received_at
        if len(raws) < _FULL_BATCH:
            await asyncio.sleep(0)  # whoever waits for an answer comes before the next question

    async def _note_sign_of_life(self) -> None:
        """So that after an outage one can say since when."""
        now = self._clock.now()
        if self._noted_at is None or now - self._noted_at >= _SIGN_OF_LIFE:
            await self._writer.change(lambda connection: inbox.note_polled(connection, now))
            self._noted_at = now

    def _recovered(self) -> None:
        self._progress.last_poll_ok_at = self._clock.now()
        if self._progress.polling_fault is not None:
            log.info("polling works again", failures=self._failures)
            self._progress.polling_fault = None
        self._failures = 0

    async def _after_failure(self, error: Exception) -> float:
        """Seconds to wait."""
        self._failures += 1
        self._progress.poll_failures += 1
        self._log_once(error)
        match error:
            case Refused(code=409):
                await self._after_conflict(error)
            case TokenRefused():
                self._alarm.sound(Trouble.TOKEN_REFUSED)
            case Wait(retry_after=seconds):
                return max(seconds, self._polling_backoff.delay(self._failures))
            case NothingNumberedError():
                return _UNTIL_OTHERS_COME_SECONDS
            case NotStoredError():
                self._alarm.sound(Trouble.NOT_STORED)
                return self._storing_backoff.delay(self._failures)
            case _:
                pass
        return self._polling_backoff.delay(self._failures)

    async def _after_conflict(self, error: Refused) -> None:
        self._progress.poll_conflicts += 1
        if "webhook" in error.reason:
            await self._remove_webhook()
        else:
            self._alarm.sound(Trouble.TWO_POLLERS)

    async def _remove_webhook(self) -> None:
        """Left over from when the bot ran by webhook; what waits there is kept."""
        try:
            await self._api.call("deleteWebhook", {"drop_pending_updates": False})
        except Failure as error:
            log.warning("the old webhook is still there", fault=name_fault(error))

    def _log_once(self, error: Exception) -> None:
        fault = _name(error)
        if fault != self._progress.polling_fault:
            log.warning("polling fails, and goes on", fault=fault)
        self._progress.polling_fault = fault


def _name(error: Exception) -> str:
    match error:
        case Failure():
            return f"{type(error).__name__}: {error}"
        case NotStoredError(__cause__=Exception() as cause):
            return f"{type(error).__name__}: {name_fault(cause)}"
        case _:
            return name_fault(error)
