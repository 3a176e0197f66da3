"""The update corridor with all its real parts, around whatever a test wants to happen to an update."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.alarm import Alarm, Trouble
from bot.backoff import Backoff
from bot.bot_api import BotApi
from bot.clock import Clock
from bot.gap import Gap
from bot.ingest import Ingest
from bot.intake import Intake
from bot.lanes import Lanes
from bot.progress import Progress
from bot.supervisor import Supervisor
from bot.transport import Transport
from storage import inbox
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.raw_updates import RawUpdate
    from simulator.server import Simulator
    from storage.engine import Database
    from storage.inbox import Arrival

AT_ONCE = Backoff(first=0.0, base=0.0, longest=0.0)


class Recorder:
    """A handler that only remembers, so that a test can wait for it."""

    def __init__(self) -> None:
        self.handled: list[int] = []
        self._news = asyncio.Condition()

    async def __call__(self, arrival: Arrival) -> None:
        async with self._news:
            self.handled.append(arrival.update_id)
            self._news.notify_all()

    async def until(self, count: int) -> None:
        async with asyncio.timeout(20), self._news:
            await self._news.wait_for(lambda: len(self.handled) >= count)


class Held(Recorder):
    """Handles nothing before it is let go, so that a test can look at what waits."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = asyncio.Event()

    async def __call__(self, arrival: Arrival) -> None:
        await self.let_go.wait()
        await super().__call__(arrival)


@dataclass(kw_only=True, slots=True)
class Corridor:
    writer: Writer
    lanes: Lanes
    intake: Intake
    supervisor: Supervisor
    progress: Progress
    clock: Clock
    gaps: list[Gap]
    quarantined: list[tuple[int, str]]
    troubles: list[Trouble] = field(default_factory=list)
    troubled: asyncio.Event = field(default_factory=asyncio.Event)
    signs_of_life: asyncio.Queue[float] = field(default_factory=asyncio.Queue)
    news_of_quarantine: asyncio.Event = field(default_factory=asyncio.Event)

    def poll(self, api: BotApi) -> None:
        """Start asking for updates."""
        ingest = Ingest(
            api=api,
            intake=self.intake,
            lanes=self.lanes,
            writer=self.writer,
            clock=self.clock,
            progress=self.progress,
            alarm=Alarm(tell=self._tell, clock=self.clock),
            alive=self.signs_of_life.put_nowait,
            polling_backoff=AT_ONCE,
            storing_backoff=AT_ONCE,
        )
        self.supervisor.start("ingest", ingest.run)

    def _tell(self, trouble: Trouble) -> None:
        self.troubles.append(trouble)
        self.troubled.set()

    async def alive(self, *, since: datetime) -> None:
        """Until Telegram has answered at or after that instant."""
        async with asyncio.timeout(20):
            while self.progress.last_poll_ok_at is None or self.progress.last_poll_ok_at < since:  # noqa: ASYNC110 - no event
                await asyncio.sleep(0)

    async def put_aside(self, count: int) -> None:
        """Until so many are in quarantine."""
        async with asyncio.timeout(20):
            while len(self.quarantined) < count:
                await self.news_of_quarantine.wait()
                self.news_of_quarantine.clear()


@asynccontextmanager
async def corridor(
    database: Database,
    clock: Clock,
    handle: Callable[[Arrival], Awaitable[None]],
    *,
    wanted: Callable[[RawUpdate], bool] = lambda _: True,
    on_quarantine: Callable[[Connection, Arrival, str], None] | None = None,
    active: int = 64,
    handling_seconds: float = 10.0,
) -> AsyncIterator[Corridor]:
    """Open from the lanes on; nothing arrives before `poll` or the intake is called."""
    writer, supervisor, progress = Writer(database=database), Supervisor(), Progress(started_at=clock.now())
    gaps: list[Gap] = []
    quarantined: list[tuple[int, str]] = []
    news, loop = asyncio.Event(), asyncio.get_running_loop()

    def note(_: Connection, arrival: Arrival, fault: str) -> None:
        quarantined.append((arrival.update_id, fault))
        loop.call_soon_threadsafe(news.set)

    lanes = Lanes(
        handle=handle,
        writer=writer,
        clock=clock,
        supervisor=supervisor,
        progress=progress,
        on_quarantine=on_quarantine or note,
        active=active,
        retry_after=(0.0, 0.0),
        storage_pause=0.0,
        handling_seconds=handling_seconds,
    )
    intake = Intake(
        writer=writer,
        lanes=lanes,
        clock=clock,
        progress=progress,
        wanted=wanted,
        on_gap=lambda _, gap: gaps.append(gap),
    )
    writer.start()
    try:
        await lanes.open()
        yield Corridor(
            writer=writer,
            lanes=lanes,
            intake=intake,
            supervisor=supervisor,
            progress=progress,
            clock=clock,
            gaps=gaps,
            quarantined=quarantined,
            news_of_quarantine=news,
        )
    finally:
        await supervisor.stop()
        await writer.stop()


@asynccontextmanager
async def api_of(simulator: Simulator) -> AsyncIterator[BotApi]:
    async with Transport(token=simulator.token) as transport:
        yield BotApi(transport=transport, token=simulator.token, api_url=simulator.url)


@asynccontextmanager
async def polling(
    simulator: Simulator, database: Database, handle: Callable[[Arrival], Awaitable[None]]
) -> AsyncIterator[Corridor]:
    """The whole of it against the simulator."""
    async with api_of(simulator) as api, corridor(database, simulator.clock, handle) as opened:
        opened.poll(api)
        yield opened


def rows(database: Database) -> dict[int, str]:
    """What a second program would find: each update's number and status."""
    with database.writing.connect() as connection:
        found = connection.exec_driver_sql("SELECT update_id, status FROM inbox ORDER BY received_at, update_id")
        return {row.update_id: row.status for row in found}


def counts(database: Database) -> inbox.Counts:
    with database.writing.connect() as connection:
        return inbox.counts(connection)
