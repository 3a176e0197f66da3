from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from simulator.clock import Clock
from simulator.server import Simulator
from storage.engine import Database, open_database
from storage.schema import metadata
from storage.tables.inbox import inbox, inbox_head
from tests.storage.engines import engine_name, engines, migrated_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path


__all__ = ["engine_name", "engines", "migrated_url"]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(open_database(f"sqlite:///{tmp_path / 'ementor.db'}")) as database:
        metadata.create_all(database.writing, tables=[inbox, inbox_head])
        yield database


@pytest.fixture
def either_database(migrated_url: str) -> Iterator[Database]:
    """For tests in which the engine may make a difference."""
    with closing(open_database(migrated_url)) as database:
        yield database


@pytest.fixture
def clock() -> Clock:
    return Clock(stands_at=datetime(2026, 11, 23, 9, tzinfo=UTC))


@pytest.fixture
async def simulator(clock: Clock) -> AsyncIterator[Simulator]:
    async with Simulator.start(clock=clock) as simulator:
        yield simulator
