from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from storage.errors import AlreadyRunning, StorageUnavailable
from storage.lock import hold
from storage.writer import Writer
from tests.storage.notes import add, stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.engine import Database

HOLDER = """
import signal, sys
from storage.engine import open_database
from storage.lock import hold

with hold(open_database(sys.argv[1])):
    print("held", flush=True)
    signal.pause()
"""


@contextmanager
def another_process(url: str) -> Iterator[subprocess.Popen[str]]:
    """One that holds the database until it is killed."""
    command = [sys.executable, "-c", HOLDER, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_process_is_told_who_works_here(database: Database, migrated_url: str) -> None:
    with (
        another_process(migrated_url) as process,
        pytest.raises(AlreadyRunning, match="already works with") as refused,
        hold(database),
    ):
        pass
    assert database.file is None or str(process.pid) in str(refused.value)


def test_after_a_kill_the_next_may_start_at_once(database: Database, migrated_url: str) -> None:
    with another_process(migrated_url) as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with hold(database):
            pass


def test_it_can_be_held_again_after_its_end(database: Database) -> None:
    for _ in range(2):
        with hold(database):
            pass


@pytest.mark.postgres
@pytest.mark.parametrize("engine_name", ["postgres"])
def test_who_lost_the_lock_cannot_store_anything(with_notes: Database, migrated_url: str) -> None:
    writer = Writer(database=with_notes)
    with hold(with_notes):
        writer.run(add("before"))
        with pytest.raises(StorageUnavailable):
            writer.run(lambda connection: connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())"))
        with another_process(migrated_url), pytest.raises(StorageUnavailable, match="already works with"):
            writer.run(add("after"))
    assert stored(with_notes) == ["before"]
