"""Cuts a typed day or time into words, numbers and marks; a text with anything else in it is not read at all."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

from mentoring.said_words import Mark, Num, Ordinal, Word, meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring.said_words import Token

Tokens: TypeAlias = "tuple[Token, ...]"

#: Nobody needs more for one day and one time.
_LONGEST_TEXT, _MOST_TOKENS = 80, 16
_PHRASES = (
    (r"(?<=\d)t(?=\d)", " "),
    (r"\b([ap])\.?\s?m\b\.?", r" \1m "),
    (r"\bo\s?['’]?\s?clock\b", "oclock"),
    (r"\b(?:the )?day after tomorrow\b", "overmorrow"),
    (r"\b(?:the )?day before yesterday\b", "завчера"),
    (r"\b(?:last night|yesterday evening|снощи|snoshti)\b", "yesterday evening"),
    (r"\b(?:(?:в|v) )?(?:други|drugi) ?(?:ден|den)\b", "вдругиден"),
    (r"\bпо-?следващ", "последващ"),
    (r"\bafter next\b", "последващия"),
    (r"\b(?:tonight|this evening|довечера|dovechera|тази вечер|днес вечерта)\b", "today evening"),
    (r"\bthis (morning|afternoon)\b", r"today \1"),
    (r"\b(?:тази|тая) сутрин\b", "днес сутринта"),
    (r"\b(?:след|sled) ?об[ея]д\b", "следобед"),
    (r"\b(?:преди|predi) ?об[ея]д\b", "предиобед"),
    (r"\b(?:през|prez|по|за|in the) ?(?=(?:нощ|обед|обяд|night|morning|afternoon|evening))", ""),
    (r"(?<=[^\W\d_])\.", " "),
    (r"[–—−]", "-"),
    (r",(?!\d)|(?<!\d),|[()]", " "),
    (r"[\s!?.,;]+$", ""),
)
_COMPILED = tuple((re.compile(written), meant) for written, meant in _PHRASES)
_PIECE = re.compile(
    r"(?P<ordinal>\d{1,2})\s?-?\s?(?:st|nd|rd|th|[врмт]и|[vrmt]i)(?!\w)|(?P<word>\w+|@)|(?P<mark>[.,/:-])|(?P<odd>\S)"
)
_LETTERS_OR_DIGITS = re.compile(r"\d+|[^\W\d]+|\W+")
_LONGEST_NUMBER = 4
_TEN = 10


def tokens(text: str) -> Tokens | None:
    if len(text) > _LONGEST_TEXT:
        return None
    found = [token for piece in _PIECE.finditer(_plain(text)) for token in _tokens(piece)]
    known = tuple(token for token in found if token is not None)
    return known if 0 < len(known) == len(found) <= _MOST_TOKENS else None


def readings(found: Tokens) -> Sequence[Tokens]:
    """Numbers in several words can be one or two: twenty-five, or five past twenty."""
    if not found:
        return [()]
    whole = _composite(found)
    if whole is None:
        return [(found[0], *rest) for rest in readings(found[1:])]
    number, length = whole
    together = [(number, *rest) for rest in readings(found[length:])]
    if isinstance(number, Ordinal):
        return together
    return [*together, *((found[0], *rest) for rest in readings(found[1:]))]


def _composite(found: Tokens) -> tuple[Token, int] | None:
    match found:
        case (Num(value=(20 | 30 | 40 | 50) as tens, digits=0), Mark("-") | Word.AND, unit, *_):
            length = 3
        case (Num(value=(20 | 30 | 40 | 50) as tens, digits=0), unit, *_):
            length = 2
        case _:
            return None
    match unit:
        case Num(value=value, digits=0) if value < _TEN:
            return Num(tens + value), length
        case Ordinal(value) if value < _TEN:
            return Ordinal(tens + value), length
        case _:
            return None


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    for written, meant in _COMPILED:
        plain = written.sub(meant, plain)
    return plain


def _tokens(piece: re.Match[str]) -> Iterator[Token | None]:
    if piece["ordinal"]:
        yield Ordinal(int(piece["ordinal"]), digits=True)
    elif piece["mark"]:
        yield Mark(piece["mark"])
    elif piece["odd"]:
        yield None
    else:
        yield from _of_word(piece["word"])


def _of_word(word: str) -> Iterator[Token | None]:
    """18ч and 6pm are a number and a word; 4asa is Bulgarian for “hours” with a digit for its first letter."""
    if not word.isdecimal() and (known := meaning(word)):
        yield known
        return
    for one in _LETTERS_OR_DIGITS.findall(word):
        if not one.isdecimal():
            yield meaning(one)
        else:
            yield Num(int(one), len(one)) if len(one) <= _LONGEST_NUMBER else None
