"""The corridor of notices with all its real parts, around a renderer that reads the message from the facts."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import orjson

from bot.backoff import Backoff
from bot.bot_api import BotApi
from bot.clock import Clock
from bot.delivery import Delivery
from bot.pacer import Pacer, Rates
from bot.supervisor import Supervisor
from bot.transport import Transport
from handlers.message import Attached, Call, Content, Rendering
from storage import outbox
from storage.outbox import Parcel, ParcelDraft
from storage.schema import metadata
from storage.tables import outbox as tables
from storage.writer import Writer, WriterPoint

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from sqlalchemy import Connection

    from bot.failures import Unreachable
    from storage.engine import Database

ALMOST_AT_ONCE = Backoff(first=0.001, base=0.001, longest=0.01)
UNFINISHED = ("new", "sending")


class Somewhere(Protocol):
    """A person or a group."""

    @property
    def id(self) -> int: ...


def words(text: str, *, buttons: tuple[str, ...] = (), files: tuple[Attached, ...] = ()) -> str:
    """Facts that become a message."""
    attached = [(file.kind, file.file_id, str(file.path) if file.path else None, file.file_name) for file in files]
    return orjson.dumps({"text": text, "buttons": buttons, "files": attached}).decode()


def a_call(method: str, **params: object) -> str:
    """Facts that become another call."""
    return orjson.dumps({"method": method, "params": params}).decode()


def a_draft(to: Somewhere, text: str = "hello", **fields: object) -> ParcelDraft:
    return ParcelDraft(**{"chat_id": to.id, "kind": "Test", "facts": words(text), **fields})  # type: ignore[arg-type]


def render(parcel: Parcel, repeat: bool) -> Rendering | None:  # noqa: FBT001 -- delivery's contract
    facts = orjson.loads(parcel.facts)
    if "method" in facts:
        return Call(method=facts["method"], params=facts["params"])
    if facts["text"] == "nothing":
        return None
    keyboard = {"inline_keyboard": [[{"text": label, "callback_data": label}] for label in facts["buttons"]]}
    files = [
        Attached(kind=kind, file_id=file_id, path=Path(path) if path else None, file_name=name)
        for kind, file_id, path, name in facts["files"]
    ]
    return Content(
        text=f"repeat: {facts['text']}" if repeat else facts["text"],
        reply_markup=keyboard if facts["buttons"] else None,
        attachments=tuple(files),
    )


@dataclass(kw_only=True, slots=True)
class NoticeCorridor:
    writer: Writer
    delivery: Delivery
    supervisor: Supervisor
    clock: Clock
    file: Path
    failing_results: set[int] = field(default_factory=set)
    results: list[tuple[int, object]] = field(default_factory=list)
    unreachable: list[tuple[int, str]] = field(default_factory=list)
    migrated: list[tuple[int, int]] = field(default_factory=list)
    committed: asyncio.Event = field(default_factory=asyncio.Event)

    async def tell(self, *drafts: ParcelDraft) -> list[int | None]:
        """In one transaction, as a use case does."""
        now = self.clock.now()
        ids = await self.writer.change(lambda connection: [outbox.add(connection, draft, now) for draft in drafts])
        self.delivery.wake()
        return ids

    def statuses(self) -> dict[int, str]:
        """What a second program would find."""
        return {number: str(status) for number, status in self.query("SELECT id, status FROM outbox ORDER BY id")}

    def query(self, sql: str) -> list[tuple[int, object]]:
        connection = sqlite3.connect(self.file)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Looked at after each commit."""
        async with asyncio.timeout(20):
            while not is_so():
                self.committed.clear()
                await self.committed.wait()

    async def all_settled(self) -> dict[int, str]:
        await self.until(lambda: not any(status in UNFINISHED for status in self.statuses().values()))
        return self.statuses()


@asynccontextmanager
async def notices(
    database: Database,
    clock: Clock,
    *,
    url: str,
    token: str,
    rates: Rates | None = None,
    backoff: Backoff = ALMOST_AT_ONCE,
    flying_at_most: int = 64,
) -> AsyncIterator[NoticeCorridor]:
    assert database.file is not None
    loop, committed = asyncio.get_running_loop(), asyncio.Event()
    metadata.create_all(database.writing, tables=[tables.outbox, tables.cards, tables.chat_aliases])

    def tell_of_commit(_point: WriterPoint) -> None:
        loop.call_soon_threadsafe(committed.set)

    writer = Writer(database=database, reached=tell_of_commit)
    supervisor = Supervisor(backoff=ALMOST_AT_ONCE)
    async with Transport(token=token) as transport:
        opened: NoticeCorridor

        def on_result(_: Connection, parcel: Parcel, result: object) -> None:
            if parcel.id in opened.failing_results:
                raise LookupError
            opened.results.append((parcel.id, result))

        def on_unreachable(_: Connection, parcel: Parcel, why: Unreachable) -> None:
            opened.unreachable.append((parcel.id, why.reason.value))

        def on_migrated(_: Connection, old: int, new: int) -> None:
            opened.migrated.append((old, new))

        delivery = Delivery(
            api=BotApi(transport=transport, token=token, api_url=url),
            render=render,
            writer=writer,
            clock=clock,
            supervisor=supervisor,
            pacer=Pacer(rates),
            on_result=on_result,
            on_unreachable=on_unreachable,
            on_migrated=on_migrated,
            flying_at_most=flying_at_most,
            backoff=backoff,
        )
        opened = NoticeCorridor(
            writer=writer,
            delivery=delivery,
            supervisor=supervisor,
            clock=clock,
            file=database.file,
            committed=committed,
        )
        writer.start()
        supervisor.start("delivery", delivery.run, wind_down=delivery.wind_down)
        try:
            yield opened
        finally:
            await supervisor.stop()
            await writer.stop()
