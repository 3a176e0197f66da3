"""Waiting until all is quiet: what people did has had its effect, and whoever was to hear of it has heard."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, exists, or_, select

from simulator.watching import PATIENCE_SECONDS
from storage.parcels import ParcelStatus
from storage.tables.inbox import InboxStatus, inbox
from storage.tables.outbox import outbox

if TYPE_CHECKING:
    from datetime import datetime

    from bot.bootstrap import House as Bot
    from simulator.server import Simulator

_TO_HANDLE = exists().where(inbox.c.status == InboxStatus.WAITING)
_IS_DUE = and_(outbox.c.status == ParcelStatus.NEW, outbox.c.not_before <= bindparam("now"))
_TO_TELL = exists().where(or_(_IS_DUE, outbox.c.status == ParcelStatus.SENDING))
_LEFT = select(or_(_TO_HANDLE, _TO_TELL))


async def all_is_quiet(sim: Simulator, bot: Bot) -> None:
    """What is due only later may wait; work on files goes on beside it."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            await sim.all_confirmed()
            if not await _is_busy(bot, sim.clock.now()):
                return


async def _is_busy(bot: Bot, now: datetime) -> bool:
    is_left = await bot.writer.change(lambda connection: connection.scalar(_LEFT, {"now": now}))
    return bool(is_left) or bool(bot.supervisor._passing)
