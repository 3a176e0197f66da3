"""What a filed document is called wherever it is saved: by one rule, in letters that every computer takes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mentoring.files import DOCUMENTS, PICTURES

if TYPE_CHECKING:
    from datetime import date

LONGEST = 100
#: Of what it is called, of the group and of the person.
_LONGEST_PARTS = (30, 22, 22)
#: As the Bulgarian law on transliteration has it; the rest are letters of its neighbours.
_LETTERS = {
    **dict(zip("абвгдезийклмнопрстуфъьэыё", "abvgdeziyklmnoprstufayeye", strict=True)),
    "ж": "zh",
    "х": "h",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sht",
    "ю": "yu",
    "я": "ya",
}
_END_OF_A_WORD = re.compile(r"ия\b")
_COUNTRY = re.compile(r"\bбългария\b")
_UNSAFE = re.compile(r"[^a-z0-9]+", re.IGNORECASE)


def filed_name(code: str, group: str, person: str, day: date, *, version: int, ending: str, part: int = 0) -> str:
    """T04_Nova_Maria_2026-11-23_v2.pdf. `code` may be a title, `person` nobody; `part` tells several files apart."""
    longest = zip((code, group, person), _LONGEST_PARTS, strict=True)
    words = [latin(text)[:length].rstrip("-") for text, length in longest]
    parts = [*(word for word in words if word), day.isoformat(), f"v{version}", *([str(part)] if part else [])]
    return "_".join(parts) + (f".{ending}" if ending else "")


def ending_of(name: str) -> str:
    """Without the dot; empty where it is none of a document or a picture."""
    ending = name.rpartition(".")[2].lower()
    return ending if ending in DOCUMENTS | PICTURES else ""


def stem_of(name: str) -> str:
    return name[: -len(ending_of(name)) - 1] if ending_of(name) else name


def latin(text: str) -> str:
    """By sound, and words with dashes between; empty for a script that this cannot spell."""
    flat = _END_OF_A_WORD.sub("ia", _COUNTRY.sub("bulgaria", unicodedata.normalize("NFC", text).lower()))
    spelled = "".join(_LETTERS.get(char, char) for char in flat)
    plain = "".join(char for char in unicodedata.normalize("NFKD", spelled) if char.isascii())
    return "-".join(word.capitalize() for word in _UNSAFE.sub(" ", plain).split())
