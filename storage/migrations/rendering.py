"""Writes our column types into a migration as what they are in the database, so that old migrations never change."""

from __future__ import annotations

from typing import Literal

from sqlalchemy.types import TypeDecorator


def render_plainly(kind: str, item: object, _context: object) -> str | Literal[False]:
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False
