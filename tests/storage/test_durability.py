"""What was confirmed is there after the process, or the disk, gave out."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from storage.engine import open_database
from tests.storage.notes import notes, stored

if TYPE_CHECKING:
    from storage.engine import Database

ROOT = Path(__file__).parents[2]

WRITING = """
import asyncio, sys
from storage.engine import open_database
from storage.errors import StorageUnavailable
from storage.writer import Writer
from tests.storage.notes import add

async def confirm(writer, text):
    try:
        await writer.change(add(text))
    except StorageUnavailable:
        print("refused", text, flush=True)
    else:
        print("confirmed", text, flush=True)

async def main():
    writer = Writer(database=open_database(sys.argv[1]))
    writer.start()
    for start in range(0, 4_000, 20):
        await asyncio.gather(*(confirm(writer, f"{number}{PADDING}") for number in range(start, start + 20)))
    await writer.stop()
"""


def writing(url: str, *, before: str = "", padding: int = 0) -> subprocess.Popen[str]:
    """A process that stores one note after the other and says what was confirmed."""
    code = f"PADDING = 'x' * {padding}\n{WRITING}\n{before}\nasyncio.run(main())"
    return subprocess.Popen([sys.executable, "-c", code, url], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def said(lines: list[str], word: str) -> set[str]:
    return {line.split()[1] for line in lines if line.startswith(word) and line.endswith("\n")}


@pytest.mark.parametrize("after", [1, 50, 333])
def test_after_a_kill_everything_confirmed_is_there(with_notes: Database, migrated_url: str, after: int) -> None:
    with writing(migrated_url) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(after)]
        process.kill()
        lines += process.stdout.readlines()
    confirmed = said(lines, "confirmed")
    assert len(confirmed) >= after
    assert confirmed <= set(stored(with_notes))


def test_on_a_full_disk_nothing_is_confirmed_that_is_not_there(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'ementor.db'}"
    with closing(open_database(url)) as database:
        notes.create(database.writing)
    limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))"
    with writing(url, before=limit, padding=500) as process:
        assert process.stdout is not None
        lines = process.stdout.readlines()
    assert process.returncode == 0
    confirmed, refused = said(lines, "confirmed"), said(lines, "refused")
    assert min(len(confirmed), len(refused)) > 100
    with closing(open_database(url)) as database:
        there = set(stored(database))
        assert there == confirmed
        with database.writing.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
