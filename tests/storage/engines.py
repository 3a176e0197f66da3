"""Fixtures that run a test on both engines; other suites import them too: `database`, `empty_database`, `migrated_url`.

SQLite is a real file with its log, never memory. A test that needs tables gets them ready-made.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

import pytest

from storage.engine import Database, open_database
from storage.migrate import migrate
from tests.storage import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EngineName: TypeAlias = Literal["sqlite", "postgres"]


class Engines:
    """Makes databases; the PostgreSQL server starts when a test first asks for it."""

    def __init__(self, folder: Path, cleanup: ExitStack) -> None:
        self._folder = folder
        self._cleanup = cleanup
        self._server: postgres.Server | None = None

    @property
    def server(self) -> postgres.Server:
        if self._server is None:
            self._server = self._cleanup.enter_context(postgres.serving())
        return self._server

    def migrated_file(self) -> Path:
        file = self._folder / "migrated.db"
        if not file.exists():
            with closing(open_database(f"sqlite:///{file}")) as database:
                migrate(database)
        return file


@pytest.fixture(scope="session")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engines]:
    with ExitStack() as cleanup:
        yield Engines(tmp_path_factory.mktemp("engines"), cleanup)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine_name(request: pytest.FixtureRequest) -> EngineName:
    if request.param == "postgres" and not postgres.is_installed():
        pytest.skip("the PostgreSQL wheel is not installed")
    return cast("EngineName", request.param)


@pytest.fixture
def migrated_url(engine_name: EngineName, engines: Engines, tmp_path: Path) -> str:
    """The address of a database with all tables and no rows."""
    if engine_name == "postgres":
        return engines.server.with_tables()
    return f"sqlite:///{shutil.copy(engines.migrated_file(), tmp_path / 'ementor.db')}"


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    with closing(open_database(migrated_url)) as database:
        yield database


@pytest.fixture
def empty_database(engine_name: EngineName, engines: Engines, tmp_path: Path) -> Iterator[Database]:
    """Without any table."""
    with ExitStack() as cleanup:
        url = f"sqlite:///{tmp_path / 'empty.db'}"
        if engine_name == "postgres":
            url = cleanup.enter_context(engines.server.empty_database())
        yield cleanup.enter_context(closing(open_database(url)))
