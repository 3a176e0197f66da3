"""What an operator does to the record while the bot is stopped: bring it up to date, hand updates back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from storage import inbox
from storage.engine import open_database
from storage.lock import hold
from storage.migrate import migrate as bring_up_to_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.settings import Settings
    from storage.engine import Database


def migrate(settings: Settings) -> str:
    with _held(settings):
        return "The database is up to date."


def requeue(settings: Settings, update_id: int | None) -> str:
    """Only notes them as waiting: the bot takes them up when it starts."""
    with _held(settings) as database, database.writing.begin() as connection:
        handed_back = inbox.requeue(connection, update_id=update_id)
    if not handed_back:
        return "No such update is set aside."
    return f"Updates that will be tried again when the bot runs: {len(handed_back)}."


@contextmanager
def _held(settings: Settings) -> Iterator[Database]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = open_database(settings.database_url)
    with hold(database):
        bring_up_to_date(database)
        yield database
    database.close()
