"""What the people in the record are called, so that the log can hide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, union

from storage.tables.people import memberships, people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_NAMES = union(select(people.c.name), select(memberships.c.name))


def every_name(connection: Connection) -> Sequence[str]:
    return connection.scalars(_NAMES).all()
