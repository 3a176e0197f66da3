"""The log hides the people of the record, whoever they are today."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.known_names import KnownNames
from bot.redaction import Redaction
from mentoring.people import Language
from storage.engine import open_database
from storage.migrate import migrate
from storage.people import SqlPeople
from storage.readers import Readers

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


async def test_who_is_in_the_record_is_not_in_the_log(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'record.db'}")
    migrate(database)
    with database.writing.begin() as connection:
        people = SqlPeople(connection)
        people.add(telegram_id=7, name="Вера Петрова", language=Language.BG, zone="Europe/Sofia", now=NOON)
    readers, redaction = Readers(database), Redaction()
    await KnownNames(readers=readers, redaction=redaction).learn()
    await readers.close()
    database.close()
    assert redaction.clean("KeyError: 'Вера'") == "KeyError: '[name]'"
