from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.writer import Writer
from tests.storage.engines import database, empty_database, engine_name, engines, migrated_url
from tests.storage.notes import PATIENT, notes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from storage.engine import Database

__all__ = ["database", "empty_database", "engine_name", "engines", "migrated_url"]


@pytest.fixture
def with_notes(database: Database) -> Database:
    notes.create(database.writing, checkfirst=True)
    return database


@pytest.fixture
async def writer(with_notes: Database) -> AsyncIterator[Writer]:
    writer = Writer(database=with_notes, seconds_per_commit=PATIENT)
    writer.start()
    yield writer
    await writer.stop()
