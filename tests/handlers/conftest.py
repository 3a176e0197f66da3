"""An empty record in one open transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.engine import open_database
from storage.schema import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    database = open_database(f"sqlite:///{tmp_path}/record.db")
    with database.writing.begin() as connection:
        metadata.create_all(connection)
        yield connection
    database.close()
