"""A bot in a process of its own, that can be watched, killed and ended."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
from collections import deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from config.programme import DEFAULT_FILE
from simulator.server import Simulator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable


SECRET = "a-webhook-secret-that-only-tests-know"
#: A start takes about a second; many may start at once on a slow machine.
START_SECONDS = 60
UNPACED = ("-m", "tests.reliability.unpaced")
AS_RELEASED = ("-c", "from bot.cli import app; app()", "run")
#: Hundreds of starts would each compile everything again.
NOT_INHERITED = ("EMENTOR_", "PYTHONDONTWRITEBYTECODE")
_LOOK_AGAIN_SECONDS = 0.1


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a bot lives: which simulator, database and folder, and how it hears of updates."""

    sim: Simulator
    folder: Path
    database_url: str
    webhook_port: int | None = None

    def environment(self) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(NOT_INHERITED)}
        port = self.webhook_port or 0
        webhook = {
            "EMENTOR_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "EMENTOR_WEBHOOK_SECRET": SECRET,
        }
        return {
            **inherited,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "EMENTOR_TOKEN": self.sim.token,
            "EMENTOR_API_URL": self.sim.url,
            "EMENTOR_DATA_DIR": str(self.folder),
            "EMENTOR_DATABASE_URL": self.database_url,
            "EMENTOR_HTTP_ADDRESS": f"127.0.0.1:{port}",
            "EMENTOR_PROGRAMME": str(self._without_limits()),
            **(webhook if self.webhook_port else {}),
        }

    def _without_limits(self) -> Path:
        """The default programme, in which few people may do the work of many."""
        limited = DEFAULT_FILE.read_text(encoding="utf-8")
        file = self.folder / "programme.toml"
        file.write_text(re.sub(r"(_a_day) = \d+", r"\1 = 1000000", limited), encoding="utf-8")
        return file


class Watch(asyncio.SubprocessProtocol):
    """What a process says and when it ends, as events."""

    def __init__(self) -> None:
        self.running = asyncio.Event()
        self.gone = asyncio.Event()
        self.lines: deque[bytes] = deque(maxlen=60)
        self.errors: list[bytes] = []
        self._rest = b""

    def pipe_data_received(self, fd: int, data: bytes) -> None:  # noqa: ARG002 - asyncio's protocol
        *lines, self._rest = (self._rest + data).split(b"\n")
        self.lines.extend(lines)
        self.errors += [line for line in lines if b'"level": "error"' in line or b'"level": "critical"' in line]
        if any(b'"event": "running"' in line for line in lines):
            self.running.set()

    def process_exited(self) -> None:
        self.gone.set()


@dataclass(frozen=True, kw_only=True, slots=True)
class BotProcess:
    transport: asyncio.SubprocessTransport
    watch: Watch = field(repr=False)

    @property
    def pid(self) -> int:
        return self.transport.get_pid()

    @property
    def returncode(self) -> int | None:
        return self.transport.get_returncode()

    @property
    def said(self) -> str:
        return b"\n".join(self.watch.lines).decode(errors="replace")

    async def runs(self) -> bool:
        """False when it ended before it ran."""
        return await self._first(self.watch.running, START_SECONDS)

    @property
    def errors(self) -> list[str]:
        """What it logged as an error or worse."""
        return [line.decode(errors="replace") for line in self.watch.errors]

    async def ends(self, *, within: float) -> bool:
        """False when it still lives after so many seconds."""
        try:
            async with asyncio.timeout(within):
                await self.watch.gone.wait()
        except TimeoutError:
            return False
        return True

    async def until(self, is_so: Callable[[], object], *, within: float) -> None:
        """Until something in the record is so; a process that ends meanwhile is a failure."""
        deadline = asyncio.get_running_loop().time() + within
        while not is_so():
            assert asyncio.get_running_loop().time() < deadline, f"not within {within} s: {is_so}\n{self.said}"
            assert not await self.ends(within=_LOOK_AGAIN_SECONDS), f"the bot ended: {self.returncode}\n{self.said}"

    async def sees(self, event: asyncio.Event, *, within: float) -> bool:
        """False when time is up; a process that ends meanwhile is a failure."""
        happened = await self._first(event, within)
        assert not self.watch.gone.is_set(), f"the bot ended: {self.returncode}\n{self.said}"
        return happened

    async def _first(self, event: asyncio.Event, within: float) -> bool:
        """Whether the event came before the end of the process and of the time."""
        async with asyncio.TaskGroup() as together:
            waits = [together.create_task(one.wait()) for one in (event, self.watch.gone)]
            await asyncio.wait(waits, timeout=within, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()
        return event.is_set()

    async def killed(self) -> None:
        """By kill -9."""
        if self.returncode is None:
            self.transport.send_signal(signal.SIGKILL)
        await self.watch.gone.wait()

    async def stopped(self) -> float:
        """By SIGTERM; the seconds that it took."""
        began = asyncio.get_running_loop().time()
        self.transport.send_signal(signal.SIGTERM)
        assert await self.ends(within=30), f"SIGTERM did not end it\n{self.said}"
        return asyncio.get_running_loop().time() - began


async def start(
    place: Place, *, program: tuple[str, ...] = UNPACED, crash_at: str = "", before: Callable[[], None] | None = None
) -> BotProcess:
    """`before` runs in the child, before the program."""
    environment = place.environment() | ({"EMENTOR_CRASH_AT": crash_at} if crash_at else {})
    transport, watch = await asyncio.get_running_loop().subprocess_exec(
        Watch, sys.executable, *program, cwd=place.folder, env=environment, stdin=None, preexec_fn=before
    )
    return BotProcess(transport=transport, watch=watch)


@asynccontextmanager
async def running(place: Place, *, program: tuple[str, ...] = UNPACED) -> AsyncIterator[BotProcess]:
    """For a `with` block; what still lives at its end is killed."""
    bot = await start(place, program=program)
    try:
        assert await bot.runs(), bot.said
        yield bot
    finally:
        await bot.killed()
        bot.transport.close()


def a_free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
