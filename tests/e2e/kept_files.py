"""How far our own copies of files are."""

from __future__ import annotations

import asyncio
import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import select

from simulator.watching import PATIENCE_SECONDS
from storage.blobs import BlobStore
from storage.tables.submissions import attachments

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from bot.bootstrap import House as Bot
    from mentoring.files import Keeping


def kept(connection: Connection) -> list[tuple[Keeping, str | None, int]]:
    rows = connection.execute(select(attachments).order_by(attachments.c.id))
    return [(row.keeping, row.sha256, row.tries) for row in rows]


async def becomes(bot: Bot, keeping: Keeping, *, tries: int = 0) -> list[tuple[Keeping, str | None, int]]:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            rows = await bot.writer.change(kept)
            if rows and all(row[0] is keeping and row[2] >= tries for row in rows):
                return rows


def holds(folder: Path, content: bytes) -> bool:
    with BlobStore(folder).open(hashlib.sha256(content).hexdigest()) as blob:
        return blob.read() == content
