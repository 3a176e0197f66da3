"""Keyboards in the Bot API's own JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from handlers.codec import Button, pack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A button that opens an address."""

    url: str


Target: TypeAlias = Button | Link
Row: TypeAlias = "Sequence[tuple[str, Target]]"


def inline(*rows: Row) -> Mapping[str, object]:
    """Rows of (label, what it does); labels are plain text."""
    return {"inline_keyboard": [[_key(label, target) for label, target in row] for row in rows if row]}


def _key(label: str, target: Target) -> dict[str, str]:
    match target:
        case Link(url=url):
            return {"text": label, "url": url}
        case Button():
            return {"text": label, "callback_data": pack(target)}
