"""No room on the disk: what cannot be stored is not confirmed, and when there is room again all goes on by itself."""

from __future__ import annotations

import os
import resource
import subprocess
from contextlib import AbstractContextManager, closing, contextmanager
from typing import TYPE_CHECKING, Literal, Protocol

import pytest

from simulator.server import Simulator
from tests.reliability.bot_process import Place, running
from tests.reliability.ledger import Books, Phones, judge
from tests.reliability.mentoring_at_scale import a_programme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.reliability.bot_process import BotProcess

FIRST_ID = 727_000_001
BEFORE, WHILE_FULL, AFTER = 20, 60, 20
#: So small that the bot tells of it at once, and large enough for copies of files.
DISK_BYTES = 160 * 1024 * 1024


class Disk(Protocol):
    def fill(self, bot: BotProcess) -> None: ...

    def free(self, bot: BotProcess) -> None: ...


class SmallDisk:
    """A file system of its own, with a ballast that takes all that is left."""

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / "ballast"

    def fill(self, _bot: BotProcess) -> None:
        with self._ballast.open("wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(b"\0" * 4096)
            except OSError:
                return

    def free(self, _bot: BotProcess) -> None:
        self._ballast.unlink()


class SizeLimit:
    """No file of the process may grow beyond a few bytes: writing fails as on a failing disk."""

    def fill(self, bot: BotProcess) -> None:
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (16, resource.RLIM_INFINITY))

    def free(self, bot: BotProcess) -> None:
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@contextmanager
def a_small_disk(folder: Path) -> Iterator[Disk]:
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def a_size_limit(_folder: Path) -> Iterator[Disk]:
    yield SizeLimit()


FULL: dict[str, Callable[[Path], AbstractContextManager[Disk]]] = {"disk": a_small_disk, "limit": a_size_limit}


@pytest.mark.reliability
@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", ["disk", "limit"])
async def test_with_a_full_disk_nothing_is_confirmed_that_is_not_stored(
    kind: Literal["disk", "limit"], tmp_path: Path, summary: Callable[[str], None]
) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    url = f"sqlite:///{folder}/ementor.db"
    with FULL[kind](folder) as disk:
        async with Simulator.start() as sim:
            programme = a_programme(sim, url, groups=10)
            phones = Phones(sim)
            with closing(Books(url)) as books:
                async with running(Place(sim=sim, folder=folder, database_url=url)) as bot:
                    await programme.hand_in(BEFORE)
                    await bot.until(lambda: sim.confirmed == sim.queued, within=30)
                    await bot.until(books.nothing_is_left_to_do, within=30)
                    disk.fill(bot)
                    await programme.hand_in(WHILE_FULL)
                    await bot.until(lambda: any("attention" in line for line in bot.errors), within=30)
                    confirmed_while_full = sim.confirmed
                    assert confirmed_while_full <= len(books.stored_ids())
                    disk.free(bot)
                    await programme.hand_in(AFTER)
                    await bot.until(lambda: sim.confirmed == sim.queued, within=10)
                    await bot.until(books.nothing_is_left_to_do, within=60)
                    verdict = judge(sim, programme, books, phones, FIRST_ID)
                    assert await bot.stopped() <= 5
    summary(
        f"full {kind}: {confirmed_while_full} confirmed while full, of {BEFORE} that were stored before; "
        f"{verdict.updates} updates, {verdict.lost} lost, {verdict.twice} twice; it went on by itself"
    )
    assert (verdict.lost, verdict.twice, verdict.unmarked_repeats, verdict.not_told) == (0, 0, 0, 0)
    assert verdict.confirmed == verdict.updates
