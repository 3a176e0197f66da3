"""The whole bot on an SQLite file, talking HTTP to the simulator; time stands still until a test moves it."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.bootstrap import Ground, build
from bot.bootstrap import House as Bot
from bot.bot_api import BotApi
from bot.life import living
from bot.programme import rules_of
from bot.ticker import Ticker
from bot.transport import Transport
from config.programme import load_programme
from simulator.clock import Clock
from simulator.server import Simulator
from storage.blobs import BlobStore
from storage.engine import open_database
from storage.migrate import migrate
from tests.blank_record import lay_out
from tests.e2e.quiet import all_is_quiet
from tests.simulator.conforms import assert_request_conforms

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.clamd import Clamd
    from simulator.persons import Person

#: As the default definition has them, with its kit of documents.
RULES = rules_of(load_programme())
A_DAY = 24 * 60 * 60.0
A_MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class Disk:
    """As full as a test wants it: `free` in bytes."""

    free: int = 10**12


@dataclass
class House:
    """The bot and the little world around it."""

    sim: Simulator
    bot: Bot
    folder: Path
    disk: Disk = field(default_factory=Disk)

    def person(self, name: str, *, speaks: str = "en") -> Person:
        return self.sim.person(name, language_code=speaks)

    async def passes(self, *, days: float = 0, hours: float = 0, minutes: float = 0) -> None:
        """All that is to be done before is done first; then time goes by, and what became due is done."""
        await all_is_quiet(self.sim, self.bot)
        self.sim.clock.advance(timedelta(days=days, hours=hours, minutes=minutes))
        self.bot.delivery.wake()
        await self.bot.ticker.tick()


@asynccontextmanager
async def bot_on(
    sim: Simulator, folder: Path, *, polling: bool = True, disk: Disk | None = None, clamd: Clamd | None = None
) -> AsyncIterator[Bot]:
    """A bot for this simulator, with its record in `folder`; leaving stops it, entering again continues."""
    disk = disk or Disk()
    lay_out(folder / "ementor.db")
    database = open_database(f"sqlite:///{folder}/ementor.db")
    migrate(database)
    async with AsyncExitStack() as stack:
        stack.callback(database.close)
        transport = await stack.enter_async_context(Transport(token=sim.token))
        api = BotApi(transport=transport, token=sim.token, api_url=sim.url)
        me = await api.call("getMe", {})
        assert isinstance(me, dict)
        ground = Ground(
            token=sim.token,
            me=me,
            api=api,
            database=database,
            blobs=BlobStore(folder),
            clock=sim.clock,
            rules=replace(RULES, screens_files=clamd is not None),
            clamd=clamd,
            rates=None,
            data_dir=folder,
            free_bytes=lambda: disk.free,
        )
        bot = build(ground)
        # Nothing becomes due in the middle of a conversation, however long that takes on a busy machine.
        bot = replace(bot, ticker=Ticker(changes=bot.changes, clock=ground.clock, seconds=A_DAY))
        await stack.enter_async_context(living(bot, polling=polling))
        yield bot


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    disk = Disk()
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path, disk=disk) as bot:
            yield House(sim=sim, bot=bot, folder=tmp_path, disk=disk)
        for request in sim.requests:
            assert_request_conforms(request.method, request.params)
        assert [(refused.method, refused.reason) for refused in sim.rejected if refused.strict] == []
