"""Our corridors around a handler that only echoes: all that makes the bot durable, nothing about mentoring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import CallbackContext, MessageHandler, filters

from bot import current_update, raw_updates
from bot.alarm import Alarm
from bot.bot_api import BotApi
from bot.clock import Clock, SystemClock
from bot.delivery import Delivery
from bot.dispatching import Dispatch, build_dispatch
from bot.ingest import Ingest
from bot.intake import Intake
from bot.lanes import Lanes
from bot.pacer import Pacer
from bot.progress import Progress
from bot.supervisor import Supervisor
from bot.transport import Transport
from bot.update_filter import UpdateFilter
from handlers.message import Content
from storage import inbox, outbox
from storage.engine import open_database
from storage.migrate import migrate
from storage.parcels import ParcelDraft
from storage.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from storage.inbox import Arrival


@dataclass(frozen=True, kw_only=True, slots=True)
class Echo:
    writer: Writer
    clock: Clock
    delivery: Delivery

    async def receive(self, update: Update, _: CallbackContext[Any, Any, Any, Any]) -> None:
        message, current, now = update.message, current_update.get(), self.clock.now()
        if message is None:
            return
        draft = ParcelDraft(chat_id=message.chat_id, kind="echo", facts=message.text or "", must_arrive=True)

        def unit(connection: Connection) -> None:
            outbox.add(connection, draft, now)
            inbox.mark_done(connection, current.arrival.update_id, now)

        await self.writer.change(unit)
        current.done = True
        self.delivery.wake()


@dataclass(frozen=True, kw_only=True, slots=True)
class Handling:
    dispatch: Dispatch

    async def __call__(self, arrival: Arrival) -> None:
        await self.dispatch.process_update(Update.de_json(raw_updates.read(arrival.raw), self.dispatch.bot))


async def run(url: str, token: str, folder: Path) -> None:
    """Until it is killed."""
    database = open_database(f"sqlite:///{folder / 'ementor.db'}")
    migrate(database)
    clock, supervisor, writer = SystemClock(), Supervisor(), Writer(database=database)
    progress = Progress(started_at=clock.now())
    async with Transport(token=token) as transport:
        api = BotApi(transport=transport, token=token, api_url=url)
        me = await api.call("getMe", {})
        if not isinstance(me, dict):
            raise TypeError(me)
        delivery = Delivery(
            api=api,
            render=lambda parcel, _: Content(text=parcel.facts),
            writer=writer,
            clock=clock,
            supervisor=supervisor,
            pacer=Pacer(None),
            flying_at_most=256,
            on_result=_ignore,
            on_unreachable=_ignore,
            on_migrated=_ignore,
        )
        echo = Echo(writer=writer, clock=clock, delivery=delivery)
        dispatch = build_dispatch(token=token, me=me, handlers=[MessageHandler(filters.TEXT, echo.receive)])
        lanes = Lanes(
            handle=Handling(dispatch=dispatch),
            writer=writer,
            clock=clock,
            supervisor=supervisor,
            progress=progress,
            on_quarantine=_ignore,
        )
        wanted = UpdateFilter(
            bot_id=me["id"],
            bot_username=me["username"],
            knows=lambda _: True,
            listens=lambda _: False,
            moved=_ignore,
        )
        intake = Intake(writer=writer, lanes=lanes, clock=clock, progress=progress, wanted=wanted, on_gap=_ignore)
        ingest = Ingest(
            api=api,
            intake=intake,
            lanes=lanes,
            writer=writer,
            clock=clock,
            progress=progress,
            alarm=Alarm(tell=print, clock=clock),
            alive=_ignore,
        )
        writer.start()
        await dispatch.initialize()
        supervisor.start("delivery", delivery.run, wind_down=delivery.wind_down)
        await lanes.open()
        await ingest.run()


def _ignore(*_: object) -> None:
    """Nothing here depends on it."""
