"""Use cases on the real record: an SQLite file of their own, without Telegram and without time passing by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import Connection, and_, select, update

import storage.tables
from bot.rendering import KINDS, Envelope
from mentoring.notices import Notice
from mentoring.refusals import Refusal
from mentoring.rules import Rules
from storage.engine import open_database
from storage.parcels import ParcelStatus
from storage.record import SqlRecord
from storage.schema import metadata
from storage.tables.outbox import outbox
from tests.blank_record import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from handlers.desk import CommandT, UseCase


REGISTERED = storage.tables.__all__

A_MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class Told:
    """One notice in the outbox, and to which chat."""

    chat_id: int
    notice: Notice


@dataclass
class Desk:
    """Runs use cases one after another in one transaction, and reads back what they told."""

    connection: Connection
    now: datetime = A_MONDAY
    rules: Rules = field(default_factory=Rules)
    _read: int = field(default=0)

    @property
    def record(self) -> SqlRecord:
        return SqlRecord(self.connection, self.now, self.rules)

    def does(self, use_case: UseCase[CommandT], command: CommandT) -> Notice | None:
        return use_case(self.record, command, self.now)

    def refuses(self, use_case: UseCase[CommandT], command: CommandT) -> str:
        """Why, after a check that the refusal left nothing behind."""
        before = self._everything()
        with pytest.raises(Refusal) as refusal:
            use_case(self.record, command, self.now)
        assert self._everything() == before
        return refusal.value.why.value

    def told(self, *, to: int | None = None) -> Sequence[Told]:
        """What was told since the last look and not overtaken, oldest first; from now on it counts as sent."""
        is_news = and_(outbox.c.id > self._read, outbox.c.status != ParcelStatus.SUPERSEDED)
        rows = self.connection.execute(select(outbox).where(is_news).order_by(outbox.c.id)).all()
        self._read = max([self._read, *(row.id for row in rows)])
        self.connection.execute(update(outbox).values(status=ParcelStatus.SENT))
        return [_told(row.chat_id, row.kind, row.facts) for row in rows if to in (None, row.chat_id)]

    def _everything(self) -> dict[str, list[tuple[object, ...]]]:
        tables = metadata.sorted_tables
        return {table.name: [tuple(row) for row in self.connection.execute(select(table))] for table in tables}


def _told(chat_id: int, kind: str, facts: str) -> Told:
    envelope = msgspec.json.decode(facts, type=Envelope)
    return Told(chat_id=chat_id, notice=msgspec.json.decode(envelope.notice, type=KINDS[kind]))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    lay_out(tmp_path / "record.db")
    database = open_database(f"sqlite:///{tmp_path}/record.db")
    with database.writing.begin() as connection:
        yield Desk(connection)
    database.close()


@pytest.fixture
def record(desk: Desk) -> SqlRecord:
    return desk.record
