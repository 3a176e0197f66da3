"""What an operator does to the record from outside: keep a copy, put it back, bring it up to date, hand updates back.

Restoring and migrating want the bot to be stopped, and are refused with AlreadyRunning otherwise.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bot.requeueing import Wishes
from storage import inbox
from storage.backup import backup as write_backup
from storage.blobs import BlobStore
from storage.engine import open_database
from storage.errors import AlreadyRunning, BackupRefused
from storage.lock import hold
from storage.migrate import migrate as bring_up_to_date
from storage.readers import Readers
from storage.restore import restore as read_backup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from config.settings import Settings
    from storage.archive import Manifest
    from storage.engine import Database

T = TypeVar("T")
NONE_ASIDE = "No such update is set aside."


def backup(settings: Settings, file: Path) -> str:
    database = open_database(settings.database_url)
    if database.file is not None and not database.file.exists():
        raise BackupRefused(f"There is no database at {database.file}, so there is nothing to keep.")
    manifest = write_backup(database, BlobStore(settings.data_dir), file)
    lost = f" {len(manifest.lost)} files were damaged and are not in it." if manifest.lost else ""
    return f"{file} holds {_contents(manifest)}.{lost}"


def restore(settings: Settings, file: Path) -> str:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    manifest = read_backup(open_database(settings.database_url), BlobStore(settings.data_dir), file)
    return f"Restored and compared with the backup: {_contents(manifest)}."


def _contents(manifest: Manifest) -> str:
    rows = sum(table.rows for table in manifest.tables.values())
    return f"{rows:,} rows and {len(manifest.blobs):,} files, schema {manifest.schema}"


def migrate(settings: Settings) -> str:
    with _held(settings):
        return "The database is up to date."


def requeue(settings: Settings, update_id: int | None) -> str:
    """Only notes them as waiting: the bot takes them up when it starts, or at once if it runs."""
    try:
        with _held(settings) as database, database.writing.begin() as connection:
            handed_back = inbox.requeue(connection, update_id)
    except AlreadyRunning:
        return _ask_the_bot(settings, update_id)
    return f"Updates that will be tried again when the bot runs: {len(handed_back)}." if handed_back else NONE_ASIDE


def _ask_the_bot(settings: Settings, update_id: int | None) -> str:
    wanted = asyncio.run(_look(settings, partial(inbox.requeuable, update_id=update_id)))
    if not wanted:
        return NONE_ASIDE
    Wishes(settings.data_dir).leave(update_id)
    return f"Updates that the running bot tries again in a moment: {len(wanted)}."


async def _look(settings: Settings, query: Callable[[Connection], T]) -> T:
    readers = Readers(open_database(settings.database_url))
    try:
        return await readers.read(query)
    finally:
        await readers.close()


@contextmanager
def _held(settings: Settings) -> Iterator[Database]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = open_database(settings.database_url)
    with hold(database):
        bring_up_to_date(database)
        yield database
    database.close()
