"""Where the story of the demo is played: a simulated Telegram, the real bot in it, and a clock that catches up."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.bootstrap import Ground, House, build
from bot.bot_api import BotApi
from bot.demo.cast import Cast, engage
from bot.life import living
from bot.programme import rules_of
from bot.run import who_am_i
from bot.transport import Transport
from config.programme import load_programme
from mentoring.groups import OptionalTool
from mentoring.people import Language
from simulator.server import Simulator
from storage import inbox
from storage.blobs import BlobStore
from storage.disk import free_bytes
from storage.engine import open_database
from storage.migrate import migrate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

ZONE = "Europe/Sofia"
#: The default programme, with what a manager would have said of it.
SAMPLE = replace(
    rules_of(load_programme()),
    programme_names={Language.BG: "Първи стъпки"},
    contacts="Мария Петрова, 0888 123 456, 9–18 ч.; при опасност 112",
    optional_tools=(OptionalTool.T10, OptionalTool.X06),
)
_BEATS = ("09:00", "17:00", "18:00", "19:15")
"""When something of this story may be due: sessions begin at six, and mornings bring questions and the digest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """`today` is when the story ends: the real now, in the programme's zone."""

    sim: Simulator
    bot: House
    cast: Cast
    today: datetime

    async def comes(self, *, days_ago: int, at: str) -> None:
        """Wall time of the programme, as `18:30`; what becomes due on the way is done in its own time."""
        then = self.moment(days_ago, at)
        for beat in self._beats_before(then):
            await self._moves(beat - self.sim.clock.now())
        await self._moves(then - self.sim.clock.now())

    async def passes(self, *, minutes: int) -> None:
        await self._moves(timedelta(minutes=minutes))

    async def reaches_today(self) -> None:
        for beat in self._beats_before(self.today):
            await self._moves(beat - self.sim.clock.now())
        await self._moves(-self.sim.clock.offset)

    def moment(self, days_ago: int, at: str) -> datetime:
        day = self.today.date() - timedelta(days=days_ago)
        return datetime.combine(day, time.fromisoformat(at), tzinfo=ZoneInfo(ZONE))

    def _beats_before(self, then: datetime) -> list[datetime]:
        now = self.sim.clock.now()
        days = range((self.today.date() - now.astimezone(ZoneInfo(ZONE)).date()).days, -1, -1)
        beats = (self.moment(days_ago, at) for days_ago in days for at in _BEATS)
        return [beat for beat in beats if now < beat < then]

    async def _moves(self, by: timedelta) -> None:
        await self.settles()
        self.sim.clock.advance(by)
        await self.bot.ticker.tick()

    async def settles(self) -> None:
        """Nothing that people have done waits any more, and no answer is on its way."""
        await self.sim.all_confirmed()
        while await self.bot.writer.change(inbox.waiting) or self.bot.delivery.outgoing.waiting:
            pass  # each look waits its turn for the record, and everybody else has theirs


@asynccontextmanager
async def staging(sim: Simulator, folder: Path) -> AsyncIterator[Stage]:
    """The bot as `ementor run` has it, with its record in `folder`, but without Telegram's limits of speed."""
    database = open_database(f"sqlite:///{folder}/ementor.db")
    migrate(database)
    async with AsyncExitStack() as stack:
        stack.callback(database.close)
        transport = await stack.enter_async_context(Transport(token=sim.token))
        api = BotApi(transport=transport, token=sim.token, api_url=sim.url)
        ground = Ground(
            token=sim.token,
            me=await who_am_i(api),
            api=api,
            database=database,
            clock=sim.clock,
            rules=SAMPLE,
            rates=None,
            data_dir=folder,
            free_bytes=partial(free_bytes, folder),
            blobs=BlobStore(folder),
        )
        bot = build(ground)
        await stack.enter_async_context(living(bot))
        today = (sim.clock.now() - sim.clock.offset).astimezone(ZoneInfo(ZONE))
        yield Stage(sim=sim, bot=bot, cast=engage(sim), today=today)
