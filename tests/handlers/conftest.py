"""An empty record in one open transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.engine import open_database
from tests.blank_record import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    lay_out(tmp_path / "record.db")
    database = open_database(f"sqlite:///{tmp_path}/record.db")
    with database.writing.begin() as connection:
        yield connection
    database.close()
