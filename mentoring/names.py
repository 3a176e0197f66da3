"""Names as people type them: made safe to show anywhere, and told apart where many come at once."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 64
#: More names than this in one message are a mistake, not a mentoring group.
MOST = 40
_LIST_MARK = re.compile(r"^\s*(?:\d{1,2}\s*[.)]|[-–—•*·])\s*")


def cleaned(text: str) -> str:
    """A name: one line, not too long."""
    return cleaned_words(text)[:LONGEST].strip()


def cleaned_words(text: str) -> str:
    """One line in NFC, without characters that hide or reorder what stands around it; empty when nothing is left."""
    normal = unicodedata.normalize("NFC", text)
    visible = (" " if char.isspace() else char for char in normal if char.isspace() or _is_visible(char))
    return " ".join("".join(visible).split())


def listed(text: str) -> Sequence[str]:
    """One name from each line, list marks and repetitions left out."""
    found: dict[str, str] = {}
    for name in (cleaned(_LIST_MARK.sub("", line)) for line in text.splitlines()):
        if has_letters(name):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST]


def new_among(names: Iterable[str], known: Iterable[str]) -> Sequence[str]:
    taken = {name.casefold() for name in known}
    return tuple(name for name in names if name.casefold() not in taken)


def has_letters(name: str) -> bool:
    return any(char.isalpha() for char in name)


def _is_visible(char: str) -> bool:
    return not unicodedata.category(char).startswith("C")
