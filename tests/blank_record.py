"""An empty record as a file: its tables are made once in each process and copied from then on."""

from __future__ import annotations

from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.engine import open_database
from storage.migrate import migrate


@cache
def _blank() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "blank.db"
        with closing(open_database(f"sqlite:///{file}")) as database:
            migrate(database)
        return file.read_bytes()


def lay_out(file: Path) -> None:
    """What is there already stays."""
    if not file.exists():
        file.write_bytes(_blank())
