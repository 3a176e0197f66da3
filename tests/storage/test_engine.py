from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from storage.engine import open_database
from storage.readers import Readers
from storage.writer import Writer
from tests.storage.notes import add, notes

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5_000),
        ("journal_size_limit", 32 * 1024 * 1024),
    ],
)
def test_sqlite_keeps_what_it_confirms(tmp_path: Path, setting: str, value: object) -> None:
    with closing(open_database(f"sqlite:///{tmp_path / 'ementor.db'}")) as database:
        found = Writer(database=database).run(
            lambda connection: connection.exec_driver_sql(f"PRAGMA {setting}").scalar()
        )
    assert found == value


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://localhost/ementor"])
def test_what_could_lose_the_record_is_not_opened(url: str) -> None:
    with pytest.raises(ValueError, match="database must be"):
        open_database(url)


async def test_a_path_may_hold_spaces_signs_and_cyrillic(tmp_path: Path) -> None:
    folder = tmp_path / "програма 100% #1"
    folder.mkdir()
    with closing(open_database(f"sqlite:///{folder / 'a b.db'}")) as database:
        notes.create(database.writing)
        readers = Readers(database)
        assert await readers.read(lambda connection: connection.scalar(select(func.count()).select_from(notes))) == 0
        await readers.close()
    assert (folder / "a b.db").exists()


def test_an_error_does_not_say_what_somebody_wrote(tmp_path: Path) -> None:
    with closing(open_database(f"sqlite:///{tmp_path / 'ementor.db'}")) as database:
        notes.create(database.writing)
        Writer(database=database).run(add("my diary"))
        with pytest.raises(IntegrityError) as refused:
            Writer(database=database).run(add("my diary"))
    assert "my diary" not in str(refused.value)
