"""What a manager may type in a talk beside answers: back, skip, stop, and the three colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.interviews import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping

_END = ".!… "
BACK = frozenset({"back", "go back", "назад", "обратно", "nazad", "◀", "⬅", "<"})
SKIP = frozenset({"skip", "next", "пропусни", "пропускане", "прескочи", "напред", "propusni", "-", "–", "—", "⏭"})
STOP = frozenset({"stop", "stop for now", "later", "стоп", "спри", "по-късно", "прекъсване", "stoi", "⏸"})

_COLOURS: Mapping[str, Rating] = {
    "🟢": Rating.GREEN,
    "🟡": Rating.AMBER,
    "🟠": Rating.AMBER,
    "🔴": Rating.RED,
    **dict.fromkeys(("green", "зелено", "зелен", "зелена", "zeleno"), Rating.GREEN),
    **dict.fromkeys(("amber", "yellow", "orange", "жълто", "жълт", "жълта", "zhalto", "julto"), Rating.AMBER),
    **dict.fromkeys(("red", "червено", "червен", "червена", "cherveno"), Rating.RED),
}
_SIGNS = {sign: rating for sign, rating in _COLOURS.items() if not sign.isalpha()}


def is_word(text: str, words: frozenset[str]) -> bool:
    return _plain(text) in words


def rating_said(text: str) -> Rating | None:
    """A colour and nothing else."""
    return _COLOURS.get(_plain(text))


def noted(text: str) -> tuple[str, Rating | None]:
    """The words without the coloured mark before or after them, which rates them."""
    words = text.strip()
    for sign, rating in _SIGNS.items():
        if words.startswith(sign) or words.endswith(sign):
            return words.removeprefix(sign).removesuffix(sign).strip(), rating
    return words, None


def _plain(text: str) -> str:
    return text.replace("\ufe0f", "").strip().strip(_END).casefold()
