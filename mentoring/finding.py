"""Finding what is filed by words, as people type them: in either alphabet, with or without accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from mentoring.file_names import ending_of
from mentoring.files import PICTURES
from mentoring.spelling import sounds

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_QUERY = 80
_OF_PICTURES = ("photo", "picture", "снимка")
_OF_SCANS = ("scan", "сканиране")


def words_of(query: str) -> Sequence[str]:
    return query[:LONGEST_QUERY].split()


def matches(query: Sequence[str], texts: Sequence[str]) -> bool:
    """Each word stands somewhere in the texts; nothing is found by no words."""
    return bool(query) and all(any(_is_in(word, text) for text in texts) for word in query)


def kind_words(name: str, *, is_scan: bool) -> Sequence[str]:
    """What people call a file of this kind."""
    ending = ending_of(name)
    return [ending, *(_OF_PICTURES if ending in PICTURES else ()), *(_OF_SCANS if is_scan else ())]


def _is_in(word: str, text: str) -> bool:
    return any(said in heard for said in _heard(word) for heard in _heard(text))


@lru_cache(maxsize=20_000)
def _heard(text: str) -> frozenset[str]:
    apart = unicodedata.normalize("NFD", text)
    return sounds("".join(char for char in apart if not unicodedata.combining(char)))
