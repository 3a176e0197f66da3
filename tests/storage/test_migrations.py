from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from storage.engine import Database, open_database
from storage.errors import SchemaTooNew
from storage.migrate import build, migrate, reached_by, upgrade
from storage.migrations import newest, numbers
from storage.schema import metadata
from tests.storage.full_record import ROWS, fill, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def shape(database: Database) -> Mapping[str, list[str]]:
    """What SQLite was told to create, its parts in one order."""
    with database.writing.connect() as connection:
        created = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: _parts(sql) for name, sql in created}


def _parts(sql: str) -> list[str]:
    """A table that was changed is worded in another way: names in quotes, columns on one line."""
    what, _, within = " ".join(sql.replace('"', "").split()).removesuffix(")").partition("(")
    return [what, *sorted(part.strip() for part in re.split(r",(?![^(]*\))", within))]


def test_the_migrations_lead_to_the_tables(empty_database: Database) -> None:
    upgrade(empty_database)
    with empty_database.writing.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_the_first_start_creates_what_the_migrations_lead_to(tmp_path: Path) -> None:
    with (
        closing(open_database(f"sqlite:///{tmp_path / 'created.db'}")) as created,
        closing(open_database(f"sqlite:///{tmp_path / 'migrated.db'}")) as migrated,
    ):
        migrate(created)
        upgrade(migrated)
        assert shape(created) == shape(migrated)


@pytest.mark.parametrize("number", numbers()[:-1])
def test_each_migration_leaves_the_rows_that_are_there(empty_database: Database, number: str) -> None:
    with empty_database.writing.begin() as connection:
        build(connection, number)
    fill(empty_database)
    before = rows_of(empty_database)
    migrate(empty_database)
    after = rows_of(empty_database)
    assert {name: [row[: len(rows[0])] for row in after[name]] for name, rows in before.items()} == before
    assert {len(after[name]) for name in before} == {ROWS}


def test_migrations_have_a_number_each_and_no_number_is_missing() -> None:
    assert numbers() == [f"{number:04}" for number in range(1, len(numbers()) + 1)]


def test_a_current_database_is_left_alone(empty_database: Database) -> None:
    migrate(empty_database)
    fill(empty_database)
    before = rows_of(empty_database)
    migrate(empty_database)
    assert rows_of(empty_database) == before
    with empty_database.writing.connect() as connection:
        assert reached_by(connection) == newest()


def test_a_newer_schema_is_refused_in_one_sentence(empty_database: Database) -> None:
    migrate(empty_database)
    with empty_database.writing.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTooNew, match=r"^This was last used by a newer ementor \(schema 9999; [^.]*\.$"):
        migrate(empty_database)


def test_a_start_does_not_wait_for_alembic(tmp_path: Path) -> None:
    """Loading it takes longer than everything else that storage does at a start."""
    code = (
        "import sys; from storage.engine import open_database; from storage.migrate import migrate;"
        "database = open_database(sys.argv[1]); migrate(database); migrate(database); print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, f"sqlite:///{tmp_path / 'new.db'}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]).stdout
    assert said == "False\n"
