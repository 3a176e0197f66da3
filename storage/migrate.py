"""Brings a database to the schema that this version knows. Alembic is loaded only when there is something to change."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert, inspect, select

from storage.errors import SchemaTooNew, StorageError
from storage.migrations import HOME, newest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alembic.config import Config

    from storage.engine import Database

# Alembic's own table, as it makes it, which remembers how far it came.
VERSION_TABLE = "alembic_version"
_reached = Table(
    VERSION_TABLE,
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def migrate(database: Database) -> None:
    """Create or upgrade the tables. Raises SchemaTooNew."""
    with database.writing.begin() as connection:
        reached = reached_by(connection)
        if reached is None:
            build(connection, newest())
            return
    refuse_newer(reached)
    if reached < newest():
        upgrade(database)


def refuse_newer(reached: str) -> None:
    if reached > newest():
        raise SchemaTooNew(
            f"This was last used by a newer ementor (schema {reached}; this one knows {newest()}): "
            "use that version or a later one."
        )


def build(connection: Connection, number: str) -> None:
    """Give an empty database the tables as they were at migration `number`, in the caller's transaction."""
    if number == newest():
        _create(connection)
    else:
        _walk(connection, number)


def reached_by(connection: Connection) -> str | None:
    """The number of the last migration that was applied; None for an empty database."""
    if not inspect(connection).has_table(_reached.name):
        return None
    reached: str = connection.execute(select(_reached.c.version_num)).scalar_one()
    return reached


def upgrade(database: Database) -> None:
    """Apply what is missing, all or nothing."""
    with database.writing.connect() as connection, _tables_may_be_rebuilt(connection), connection.begin():
        _walk(connection, newest())
        _check_references(connection)


def _walk(connection: Connection, number: str) -> None:
    from alembic import command

    command.upgrade(alembic_config(connection), number)


@contextmanager
def _tables_may_be_rebuilt(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by copying it; what refers to it must not mind. In a transaction the switch is dead."""
    if connection.dialect.name != "sqlite":
        yield
        return
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA foreign_keys = OFF")
    yield
    cursor.execute("PRAGMA foreign_keys = ON")


def _check_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StorageError("A migration would leave rows that refer to nothing; nothing was changed.")


def alembic_config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HOME))
    config.attributes["connection"] = connection
    return config


def _create(connection: Connection) -> None:
    """The tables as they are now, which spares the first start the walk through the past."""
    import storage.tables  # noqa: F401 -- fills the metadata
    from storage.schema import metadata

    metadata.create_all(connection)
    _reached.create(connection)
    connection.execute(insert(_reached).values(version_num=newest()))
