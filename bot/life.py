"""The life of one running bot: everything opens in order, and ends in order within five seconds."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from storage.chat_records import SqlChatRecords
from storage.people import SqlGroups

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.bootstrap import House


@asynccontextmanager
async def living(house: House, *, polling: bool = True) -> AsyncIterator[None]:
    """`polling` False when Telegram brings the updates itself, to a webhook."""
    house.writer.start()
    try:
        await _open(house, polling=polling)
        yield
    finally:
        await house.supervisor.stop()
        await house.workshop.stop()
        await house.writer.stop()
        await house.dispatch.shutdown()


async def _open(house: House, *, polling: bool) -> None:
    house.known_chats.replace(await house.writer.change(lambda connection: SqlGroups(connection).heard_chats()))
    house.known_chats.record_in(
        await house.writer.change(lambda connection: SqlChatRecords(connection).recorded_chats())
    )
    await house.changes.make(lambda record, _: house.changes.held_files.load(record))
    await house.dispatch.initialize()
    house.supervisor.start("delivery", house.delivery.run, wind_down=house.delivery.wind_down)
    house.supervisor.start("album settling", house.album_settling.run)
    house.supervisor.start("disk watch", house.disk_watch.run)
    house.file_work.start(house.supervisor)
    house.supervisor.start("housekeeping", house.housekeeping.run)
    house.supervisor.start("introducing", house.introducing.run)
    house.supervisor.start("ticker", house.ticker.run)
    await house.lanes.open()
    house.supervisor.start("requeueing", house.requeueing.run)
    if polling:
        house.supervisor.start("ingest", house.ingest.run)
