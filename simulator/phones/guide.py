"""What a caller tells the visitor of the page: what to try first, who is who, in whose time zone clocks are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Bilingual = Mapping[str, str]
"""The same sentence by language: `en` and `bg`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    person_id: int
    title: Bilingual
    text: Bilingual
    chat: str | None = None
    """The chat to open: `bot`, or a group's id."""


@dataclass(slots=True, kw_only=True)
class Guide:
    """May still be filled while the page is open; people see it at the next change."""

    hints: list[Hint] = field(default_factory=list)
    roles: dict[int, Bilingual] = field(default_factory=dict)
    zone: str | None = None
    """An IANA name; the reader's own zone when none is given."""
