"""Adding what is not there yet: each engine words it in its own way, and only the engine in use is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Insert, TableClause


def adding_what_is_new(table: TableClause, dialect: str, *, unique: str) -> Insert:
    """Rows whose `unique` column is known already are left out."""
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table).on_conflict_do_nothing(index_elements=[unique])
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table).on_conflict_do_nothing(index_elements=[unique])
