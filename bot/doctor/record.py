"""Whether the database can be opened, and whether it and this version know the same schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.doctor.finding import good, mind, wrong
from storage.engine import open_database
from storage.migrate import reached_by
from storage.migrations import newest
from storage.readers import Readers

if TYPE_CHECKING:
    from bot.doctor.finding import Finding
    from config.settings import Settings
    from storage.engine import Database

SUBJECT = "database"


async def look_at_record(settings: Settings) -> Finding:
    """Reads only, so the bot may be running."""
    database = open_database(settings.database_url)
    if database.file is not None and not database.file.exists():
        return good(SUBJECT, f"{database.file} will be made at the first start.")
    try:
        return judge_schema(await _reached(database), newest())
    except SQLAlchemyError as error:
        return wrong(
            SUBJECT, f"It cannot be opened ({type(error).__name__}). Check EMENTOR_DATABASE_URL and the server."
        )


async def _reached(database: Database) -> str | None:
    readers = Readers(database)
    try:
        return await readers.read(reached_by)
    finally:
        await readers.close()


def judge_schema(reached: str | None, known: str) -> Finding:
    if reached is None or reached == known:
        return good(SUBJECT, f"It can be opened; {'it is empty' if reached is None else f'schema {reached}'}.")
    if reached < known:
        return mind(SUBJECT, f"Its schema is {reached}, this version's {known}. `ementor run` brings it up to date.")
    return wrong(SUBJECT, f"Its schema is {reached}, but this version knows only {known}. Install the newer ementor.")
