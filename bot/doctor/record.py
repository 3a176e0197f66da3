"""Whether the database can be opened, whether it and this version know the same schema, and what failed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.doctor.finding import good, mind, wrong
from storage import inbox
from storage.engine import open_database
from storage.migrate import reached_by
from storage.migrations import newest
from storage.readers import Readers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.doctor.finding import Finding
    from config.settings import Settings
    from storage.engine import Database
    from storage.inbox import Counts

SUBJECT = "database"


async def look_at_record(settings: Settings) -> list[Finding]:
    """Reads only, so the bot may be running."""
    database = open_database(settings.database_url)
    if database.file is not None and not database.file.exists():
        return [good(SUBJECT, f"{database.file} will be made at the first start.")]
    try:
        return await _read(database)
    except SQLAlchemyError as error:
        reason = f"It cannot be opened ({type(error).__name__}). Check EMENTOR_DATABASE_URL and the server."
        return [wrong(SUBJECT, reason)]


async def _read(database: Database) -> list[Finding]:
    readers = Readers(database)
    try:
        reached = await readers.read(reached_by)
        failed = judge_inbox(await readers.read(inbox.counts)) if reached == newest() else ()
    finally:
        await readers.close()
    return [judge_schema(reached, newest()), *failed]


def judge_inbox(counts: Counts) -> Iterator[Finding]:
    if counts.dead:
        yield mind(
            "updates",
            f"{counts.dead:,} failed and are put aside. After an upgrade, `ementor requeue` lets them be tried again.",
        )


def judge_schema(reached: str | None, known: str) -> Finding:
    if reached is None or reached == known:
        return good(SUBJECT, f"It can be opened; {'it is empty' if reached is None else f'schema {reached}'}.")
    if reached < known:
        return mind(SUBJECT, f"Its schema is {reached}, this version's {known}. `ementor run` brings it up to date.")
    return wrong(SUBJECT, f"Its schema is {reached}, but this version knows only {known}. Install the newer ementor.")
