from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from storage.readers import Readers
from tests.storage.notes import add, notes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from sqlalchemy import Connection

    from storage.engine import Database
    from storage.writer import Writer


@pytest.fixture
async def readers(with_notes: Database) -> AsyncIterator[Readers]:
    readers = Readers(with_notes)
    yield readers
    await readers.close()


def texts(connection: Connection) -> Sequence[str | None]:
    return connection.scalars(select(notes.c.text).order_by(notes.c.id)).all()


async def test_readers_see_what_is_committed_and_nothing_before(writer: Writer, readers: Readers) -> None:
    written, seen = threading.Event(), threading.Event()

    def unit(connection: Connection) -> None:
        add("one")(connection)
        written.set()
        assert seen.wait(10)

    async with asyncio.TaskGroup() as tasks:
        changing = tasks.create_task(writer.change(unit))
        assert await asyncio.to_thread(written.wait, 10)
        before = await readers.read(texts)
        seen.set()
        await changing
    assert before == []
    assert await readers.read(texts) == ["one"]


async def test_many_may_read_at_once(writer: Writer, readers: Readers) -> None:
    await writer.change(add("one"))
    assert await asyncio.gather(*(readers.read(texts) for _ in range(20))) == [["one"]] * 20


async def test_readers_cannot_change_anything(writer: Writer, readers: Readers) -> None:
    await writer.change(add("one"))
    with pytest.raises(DBAPIError, match=r"read.?only"):
        await readers.read(lambda connection: connection.execute(notes.delete()))
    assert await readers.read(texts) == ["one"]
