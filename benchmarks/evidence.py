"""A group's evidence pack of 400 files beside zipfile and XlsxWriter alone. Of row 13 of the bar.

uv run python -m benchmarks.evidence              half a minute
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

import xlsxwriter

from benchmarks.held_loop import Held, watch_loop
from benchmarks.machine import machine
from bot.bot_api import BotApi
from bot.changes import Changes
from bot.clock import SystemClock
from bot.known_chats import KnownChats
from bot.pack_making import PackMaking
from bot.programme import rules_of
from bot.transport import Transport
from bot.workshop import Workshop
from config.programme import load_programme
from mentoring.files import FileKind, Received
from mentoring.filings import Filing, FilingState
from mentoring.ids import FilingId
from mentoring.kit import Code, Toolbar, Visibility
from mentoring.people import Language
from storage.blobs import BlobStore
from storage.engine import open_database
from storage.migrate import migrate
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mentoring.packs import Pack
    from storage.record import SqlRecord

FILES, BYTES = 400, 200_000
_WIDTH = 8


def contents() -> Iterator[bytes]:
    """As scans are: nothing in them can be packed more tightly."""
    chance = random.Random(7)
    return (chance.randbytes(BYTES) for _ in range(FILES))


async def ours(folder: Path) -> dict[str, float]:
    database = open_database(f"sqlite:///{folder}/record.db")
    migrate(database)
    blobs, writer = BlobStore(folder), Writer(database=database)
    workshop, held = Workshop(), Held()
    rules = rules_of(load_programme())
    changes = Changes(writer=writer, clock=SystemClock(), rules=rules, known_chats=KnownChats(), wake=lambda _: None)
    writer.start()
    hashes = [_kept(blobs, content) for content in contents()]
    pack = await changes.make(lambda record, now: _furnished(record, now, hashes))
    transport = Transport(token="1:" + "a" * 35)
    api = BotApi(transport=transport, token="1:" + "a" * 35, api_url="http://127.0.0.1:1")
    making = PackMaking(api=api, blobs=blobs, changes=changes, workshop=workshop)
    before, began = _own_mb(), time.perf_counter()
    async with watch_loop(held):
        await making.make(pack)
    took = time.perf_counter() - began
    made = await changes.make(lambda record, _: record.packs.by_id(pack.id))
    assert made is not None  # noqa: S101
    assert made.finished_at is not None  # noqa: S101
    assert not made.failed  # noqa: S101
    after = _own_mb()
    await workshop.stop()
    await writer.stop()
    database.close()
    return {
        "seconds": took,
        "held_ms": held.longest,
        "grew_mb": after - before,
        "own_mb": after,
        "apart_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }


def _kept(blobs: BlobStore, content: bytes) -> str:
    with blobs.receive(limit=BYTES) as incoming:
        incoming.write(content)
        incoming.keep()
    return hashlib.sha256(content).hexdigest()


def _furnished(record: SqlRecord, now: datetime, hashes: list[str]) -> Pack:
    programme = record.programmes.add(name="P", organisation="O", language=Language.BG, zone="UTC", now=now)
    group = record.groups.add(programme_id=programme.id, name="Нова", language=Language.BG, now=now)
    maria = record.people.add(telegram_id=1, name="Мария", language=Language.BG, zone="UTC", now=now)
    record.managers.add(maria.id, programme.id, now)
    for number, sha256 in enumerate(hashes):
        upload = record.uploads.add(maria.id, group_id=group.id, now=now)
        file = Received(
            kind=FileKind.DOCUMENT, file_id=f"f{number}", unique_id=f"u{number}", file_name="scan.pdf", size=BYTES,
            chat_id=1, message_id=number,
        )  # fmt: skip
        record.uploads.add_file(upload.id, file, now)
        [attachment] = record.uploads.files(upload.id)
        record.attachments.stored(attachment.id, sha256=sha256, size=BYTES, now=now)
        filing = Filing(
            id=FilingId(0), group_id=group.id, toolbar=[*Toolbar][number % 2], code=Code(f"T0{number % 8 + 1}"),
            slot_id=None, person_id=maria.id, session_id=None, submission_id=None, attachment_id=attachment.id,
            scan_id=None, name=f"T0{number % 8 + 1}_Nova_Maria_2026-11-23_v1.pdf", version=1,
            visibility=Visibility.GROUP, state=FilingState.FILED, filed_by=maria.id, filed_at=now,
        )  # fmt: skip
        record.filings.add(filing)
    return record.packs.add(group.id, maria.id, language=Language.BG, now=now)


def plain(folder: Path) -> dict[str, float]:
    """Two ZIPs and a sheet: no record, no Word file, no progress, and whoever waits is held all the while."""
    files = [folder / f"{number}.pdf" for number in range(FILES)]
    for file, content in zip(files, contents(), strict=True):
        file.write_bytes(content)
    before, began = _own_mb(), time.perf_counter()
    for half in (0, 1):
        with ZipFile(folder / f"{half}.zip", "w", ZIP_STORED) as packed:
            for file in files[half::2]:
                packed.write(file, file.name)
    with xlsxwriter.Workbook(str(folder / "index.xlsx"), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, file in enumerate(files):
            for column in range(_WIDTH):
                sheet.write_string(number, column, file.name)
    took = time.perf_counter() - began
    return {"seconds": took, "held_ms": took * 1000, "grew_mb": _own_mb() - before, "own_mb": _own_mb(), "apart_mb": 0}


def _own_mb() -> float:
    """At its highest so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--way", choices=["ours", "plain"])
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    if wanted.way is not None:
        with tempfile.TemporaryDirectory() as folder:
            found = asyncio.run(ours(Path(folder))) if wanted.way == "ours" else plain(Path(folder))
        print(json.dumps(found))
        return
    print(machine())
    print(f"{FILES} files of {BYTES // 1000} KB, {FILES * BYTES // 10**6} MB in two volumes")
    print("the best round of each, but the longest that the loop was held in any of them\n")
    print("| | seconds | loop held, ms | own process grew, MB | whole, MB | worker process, MB |")
    print("|---|---|---|---|---|---|")
    for way, name in (("ours", "evidence pack"), ("plain", "zipfile and XlsxWriter alone")):
        rounds = [_run(way) for _ in range(wanted.rounds)]
        best = min(rounds, key=lambda one: one["seconds"]) | {"held_ms": max(one["held_ms"] for one in rounds)}
        figures = " | ".join(f"{best[key]:.1f}" for key in ("held_ms", "grew_mb", "own_mb", "apart_mb"))
        print(f"| {name} | {best['seconds']:.2f} | {figures} |")


def _run(way: str) -> dict[str, float]:
    """In a process of its own."""
    command = [sys.executable, "-m", "benchmarks.evidence", "--way", way]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


if __name__ == "__main__":
    main()
