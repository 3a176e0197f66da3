"""Row 12 of the bar: from the start of the process to its first getUpdates, and its memory when nothing happens.

    uv run python -m benchmarks.footprint

Ours is `ementor run` itself, on a record that exists already; the peer is python-telegram-bot with one echo handler.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.machine import machine
from benchmarks.processes import cpu_seconds, resident_mb
from simulator.server import Simulator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_IDLE_SECONDS = 3.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Footprint:
    """`wall` and `cpu` seconds until the first getUpdates; `idle` megabytes a while later."""

    wall: float
    cpu: float
    idle: float


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=5)
    rounds = arguments.parse_args().rounds
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        for bot in ("ementor", "ptb"):  # makes the record, and the compiled files
            asyncio.run(footprint(bot, Path(folder)))
        pairs = [[asyncio.run(footprint(bot, Path(folder))) for bot in ("ementor", "ptb")] for _ in range(rounds)]
    print("| row 12 | start to first poll | of it processor | memory idle |\n|---|---|---|---|")
    for name, taken in zip(("ementor run", "PTB default"), zip(*pairs, strict=True), strict=True):
        print_row(name, taken)
    print("| bar for ementor | 600 ms | | 80 MB |")


def print_row(name: str, taken: Sequence[Footprint]) -> None:
    wall, cpu = (statistics.median(times) * 1000 for times in zip(*((one.wall, one.cpu) for one in taken), strict=True))
    print(f"| {name} | {wall:.0f} ms | {cpu:.0f} ms | {statistics.median(one.idle for one in taken):.0f} MB |")


async def footprint(bot: str, folder: Path) -> Footprint:
    async with Simulator.start() as simulator:
        began = time.perf_counter()
        process = spawned(command(bot, simulator), surroundings(simulator, folder), folder)
        try:
            async with asyncio.timeout(60):
                await simulator.world.updates.polled()
            wall, cpu = time.perf_counter() - began, cpu_seconds(process.pid)
            await asyncio.sleep(_IDLE_SECONDS)
            return Footprint(wall=wall, cpu=cpu, idle=resident_mb(process.pid))
        finally:
            process.kill()
            process.wait()


def spawned(command: Sequence[str], surroundings: Mapping[str, str], folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=folder, env=surroundings, stderr=subprocess.DEVNULL)


def command(bot: str, simulator: Simulator) -> list[str]:
    if bot == "ementor":
        return [sys.executable, "-c", "from bot.cli import app; app()", "run"]
    return [sys.executable, "-m", "benchmarks.bots", bot, simulator.url, simulator.token, "."]


def surroundings(simulator: Simulator, folder: Path) -> dict[str, str]:
    settings = {
        "TOKEN": simulator.token,
        "API_URL": simulator.url,
        "DATA_DIR": str(folder),
        "HTTP_ADDRESS": "127.0.0.1:0",
    }
    home = str(Path(__file__).resolve().parent.parent)
    # An installation keeps its compiled files; a checkout may have been told not to.
    python = {"PYTHONPATH": home, "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    return os.environ | python | {f"EMENTOR_{name}": value for name, value in settings.items()}


if __name__ == "__main__":
    main()
