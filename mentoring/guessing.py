"""What a file may be: the few documents that are the most likely, by its name and by what is due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mentoring.slots import SETTLED, Slot, SlotState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentoring.kit import Code, Kit

#: As many as a phone shows beside the way out.
MOST = 4
_CODE = re.compile(r"(?<![A-Za-zА-Яа-я0-9])([TXТХ])[\s_-]?(\d\d)(?!\d)")
_LATIN = str.maketrans("ТХ", "TX")
_SHORTEST_WORD = 5
_TO_COME = frozenset({SlotState.OPEN, SlotState.SIGNING, SlotState.RETURNED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Guesses:
    """`sure` is the only slot that its name can mean; else `likely` are asked about."""

    sure: Slot | None
    likely: tuple[Slot, ...]


def guesses(kit: Kit, slots: Iterable[Slot], file_name: str) -> Guesses:
    """Of one person's slots. What is settled is not asked about."""
    open_ones = sorted((one for one in slots if one.state not in SETTLED), key=_urgency)
    codes = codes_in(kit, file_name)
    named = [one for one in open_ones if one.key.code in codes]
    likely = tuple(dict.fromkeys([*named, *(one for one in open_ones if one.state is not SlotState.ACCEPTED)]))
    return Guesses(sure=waiting_of(named, codes), likely=likely[:MOST])


def waiting_of(slots: Iterable[Slot], codes: Iterable[str]) -> Slot | None:
    """The only one of these documents that is still to come; else the only one that the mentor has."""
    wanted = {*codes}
    named = [one for one in slots if one.key.code in wanted]
    to_come = [one for one in named if one.state in _TO_COME]
    found = to_come or [one for one in named if one.state is SlotState.SUBMITTED]
    return found[0] if len(found) == 1 else None


def codes_in(kit: Kit, file_name: str) -> Sequence[Code]:
    """A document's code in a file name, in either alphabet, or all the longer words of its title."""
    written = {f"{letter.translate(_LATIN)}{number}" for letter, number in _CODE.findall(file_name.upper())}
    if written:
        return [code for code in kit.documents if code in written]
    words = set(_words(file_name))
    return [
        code for code, one in kit.documents.items() if any(_is_named(title, words) for title in one.titles.values())
    ]


def _is_named(title: str, words: set[str]) -> bool:
    wanted = {word for word in _words(title) if len(word) >= _SHORTEST_WORD}
    return bool(wanted) and wanted <= words


def _words(text: str) -> Sequence[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _urgency(slot: Slot) -> tuple[bool, date, str, int]:
    return slot.day is None, slot.day or date.max, slot.key.code, slot.id
