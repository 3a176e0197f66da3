"""The name that stands in the record for somebody who was erased: a mark, which each reader sees in their language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring.people import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentoring.ids import PersonId

#: Nobody can type them as a part of a name: they are of the private use area, which names are cleaned of.
_BEGINS, _ENDS = "\ue000", "\ue001"
_MARK = re.compile(f"{_BEGINS}([a-z]+) ([0-9]+){_ENDS}")


def mark(role: Role, person_id: PersonId) -> str:
    """The same for ever: what belonged together stays together."""
    return f"{_BEGINS}{role.value} {person_id}{_ENDS}"


def in_words(text: str, word: Callable[[Role, int], str]) -> str:
    """The text with every mark in it put into words."""
    if _BEGINS not in text:
        return text
    return _MARK.sub(lambda found: word(Role(found[1]), int(found[2])), text)
