"""Row 12 of the bar, goes on: what the first file costs the bot's process, which opens none itself.

    uv run python -m benchmarks.first_file

A mentee sends a photograph; it is stored, looked into and joined to a PDF by the worker process.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from benchmarks import real_house
from benchmarks.corridors import Trial, started
from benchmarks.machine import machine
from benchmarks.processes import resident_mb
from simulator.server import Simulator

if TYPE_CHECKING:
    from simulator.persons import Person

_IDLE_SECONDS = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstFile:
    """Megabytes before and after; milliseconds until its sender has an answer, and sees the PDF; and the longest that
    somebody else waited for an answer meanwhile."""

    before: float
    after: float
    answered: float
    joined: float
    others_waited: float


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=5)
    rounds = arguments.parse_args().rounds
    print(machine())
    taken = [asyncio.run(first_file()) for _ in range(rounds)]
    print("| the first file | memory before | after | answered | joined | longest wait of somebody else |")
    print("|---|---|---|---|---|---|")
    names = ("before", "after", "answered", "joined", "others_waited")
    before, after, *waits = (statistics.median(getattr(one, name) for one in taken) for name in names)
    milliseconds = " | ".join(f"{wait:.0f} ms" for wait in waits)
    print(f"| ementor | {before:.0f} MB | {after:.0f} MB | {milliseconds} |")


async def first_file() -> FirstFile:
    with tempfile.TemporaryDirectory() as folder:
        async with Simulator.start() as simulator:
            mentor, mentee, other = (simulator.person(name) for name in ("Mentor", "Mentee", "Other"))
            real_house.furnish(Path(folder), {mentor.id: [mentee.id, other.id]})
            process = started(Trial(bot="ementor", updates=1), simulator, Path(folder), None)
            try:
                for person in (mentor, mentee, other):
                    await person.starts()
                    await person.sees("Hello", timeout=60)
                await asyncio.sleep(_IDLE_SECONDS)
                return await _measured(process.pid, mentee, other)
            finally:
                process.kill()
                process.wait()


async def _measured(pid: int, mentee: Person, other: Person) -> FirstFile:
    before, waits, began = resident_mb(pid), list[float](), time.perf_counter()
    asking = asyncio.create_task(_ask(other, waits))  # noqa: TID251 - there is no supervisor here
    await mentee.sends_photo(_page())
    await mentee.sees("1 page, not sent yet", timeout=60)
    answered = time.perf_counter()
    await mentee.sees("Is everything readable", timeout=60)
    joined = time.perf_counter()
    await asyncio.sleep(_IDLE_SECONDS)
    asking.cancel()
    return FirstFile(
        before=before,
        after=resident_mb(pid),
        answered=(answered - began) * 1000,
        joined=(joined - began) * 1000,
        others_waited=max(waits) * 1000,
    )


async def _ask(person: Person, waits: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await person.sees("Hello", after=await person.says("/home"), timeout=60)
        waits.append(time.perf_counter() - began)


def _page() -> bytes:
    """As Telegram keeps a photograph: paper on a table."""
    picture, made = Image.new("RGB", (960, 1280), "#4b3b2a"), io.BytesIO()
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((60, 60, 900, 1220), fill="white")
    for line in range(120, 1160, 40):
        drawing.text((130, line), "What is written here, and what else is to be read", fill="black", font_size=26)
    picture.save(made, "JPEG", quality=85)
    return made.getvalue()


if __name__ == "__main__":
    main()
