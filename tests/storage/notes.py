"""A table of the tests' own, and the changes that they make in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, Table, Text, insert, select

from storage.schema import Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from storage.engine import Database
    from storage.writer import Unit

notes = Table("notes", MetaData(), Column("id", Key, primary_key=True), Column("text", Text, unique=True))

#: Seconds in which any machine, however busy, does all that is asked for together.
PATIENT = 60.0


class Mistake(Exception):
    """What a unit fails with on purpose."""


def add(text: str) -> Unit[str]:
    def unit(connection: Connection) -> str:
        connection.execute(insert(notes).values(text=text))
        return text

    return unit


def add_and_fail(text: str) -> Unit[str]:
    def unit(connection: Connection) -> str:
        connection.execute(insert(notes).values(text=text))
        raise Mistake

    return unit


def read(connection: Connection) -> Sequence[str]:
    return [text for text in connection.execute(select(notes.c.text).order_by(notes.c.id)).scalars() if text]


def stored(database: Database) -> Sequence[str]:
    with database.writing.connect() as connection:
        return read(connection)
