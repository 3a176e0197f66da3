"""Row 13 of the bar: five photographs of twelve megapixels become one PDF.

    uv run python -m benchmarks.scans

Ours finds the sheet, lays it flat, takes the shadows off, turns it upright by its code and brings it to what fits into
a message; the peers only wrap. Each runs in a process of its own; memory is the most that the whole process ever had.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.held_loop import Held, watch_loop
from benchmarks.machine import machine
from bot.jobs import job_of
from bot.workshop import LONG, Workshop
from doc_templates.orders import PageToJoin
from doc_templates.photographs.joining import join
from doc_templates.photographs.looking import look

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PHOTOS = 5
#: Of what a telephone stores: 4032 by 3024.
LONGEST = 4032
_KILOBYTE = 1024


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--way", choices=_WAYS)
    arguments.add_argument("--folder", type=Path)
    given = arguments.parse_args()
    if given.way is not None:
        measure(given.way, given.folder)
        return
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), given.rounds)


def compare(folder: Path, rounds: int) -> None:
    for number in range(PHOTOS):
        take(folder / f"{number}.jpg", number)
    print("| five photographs of 12 megapixels | seconds | memory, MB | PDF, MB |\n|---|---|---|---|")
    for way in _WAYS:
        each = [measured(way, folder) for _ in range(rounds)]
        seconds, memory, size = (statistics.median(values) for values in zip(*each, strict=True))
        print(f"| {way} | {seconds:.2f} | {memory:.0f} | {size:.1f} |")
    held = asyncio.run(holding(folder))
    print(f"\nThe loop was held for at most {held.longest:.1f} ms while a worker started, joined and looked.")


def take(file: Path, seed: int) -> None:
    """By the camera of the tests."""
    from tests.doc_templates.camera import Shot, photographed
    from tests.doc_templates.pages import page
    from tests.doc_templates.recognising import paper

    shot = Shot(seed=seed, angle=(3, -4, 90, 181, 2)[seed], tilt=0.05, shadow=0.4, noise=4, side=LONGEST, quality=92)
    sent = paper(seed)
    file.write_bytes(photographed(page(sent.code, sent.record_id), shot))


def measured(way: str, folder: Path) -> tuple[float, float, float]:
    command = [sys.executable, "-m", "benchmarks.scans", "--way", way, "--folder", str(folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, memory, size = (float(word) for word in said.split())
    return seconds, memory, size


def measure(way: str, folder: Path) -> None:
    into = folder / "made.pdf"
    began = time.perf_counter()
    _WAYS[way]([folder / f"{number}.jpg" for number in range(PHOTOS)], into)
    took = time.perf_counter() - began
    print(took, most_resident_mb(), into.stat().st_size / 1e6)


def most_resident_mb() -> float:
    """Not `ru_maxrss`, which a process takes over from the one that started it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / _KILOBYTE


def by_ementor(photos: Sequence[Path], into: Path) -> None:
    join([PageToJoin(file=photo) for photo in photos], into, into.with_suffix(".jpg"))


def by_pillow(photos: Sequence[Path], into: Path) -> None:
    from PIL import Image

    first, *others = [Image.open(photo) for photo in photos]
    first.save(into, "PDF", save_all=True, append_images=others)


def by_img2pdf(photos: Sequence[Path], into: Path) -> None:
    import img2pdf

    into.write_bytes(img2pdf.convert([str(photo) for photo in photos]))


async def holding(folder: Path) -> Held:
    held, workshop = Held(), Workshop()
    pages = [PageToJoin(file=folder / f"{number}.jpg") for number in range(PHOTOS)]
    async with watch_loop(held):
        await workshop.run(job_of(join), pages, folder / "made.pdf", folder / "shown.jpg", 5_000_000, limits=LONG)
        await workshop.run(job_of(look), folder / "0.jpg")
    await workshop.stop()
    return held


_WAYS: Mapping[str, Callable[[Sequence[Path], Path], None]] = {
    "ementor": by_ementor,
    "Pillow, save_all": by_pillow,
    "img2pdf": by_img2pdf,
}

if __name__ == "__main__":
    main()
