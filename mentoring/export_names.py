"""Names of files in an archive that opens everywhere: plain Latin letters, no path, no two alike."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 80
#: What is written of somebody, for programs and for people.
INDEX, PAGE = "my-data.json", "my-data.html"
_LONGEST_ENDING = 10
#: The Bulgarian transliteration law, and the letters of other Cyrillic alphabets that people here are named with.
_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфъьыэё", "abvgdeziyklmnoprstufayyee", strict=True)),
    "ж": "zh",
    "х": "h",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sht",
    "ю": "yu",
    "я": "ya",
    "і": "i",
    "ї": "yi",
    "є": "ye",
    "ґ": "g",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ћ": "c",
    "ђ": "dj",
    "џ": "dz",
}
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
#: Windows opens none of these, whatever ending they have.
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)


def in_latin(text: str) -> str:
    """As it is read; what has no Latin letter becomes an underscore."""
    spelled = "".join(_spelled(char) for char in unicodedata.normalize("NFC", text))
    bare = unicodedata.normalize("NFKD", spelled)
    return "".join(char for char in bare if not unicodedata.combining(char))


def safe(name: str) -> str:
    """No folder, no hidden file, no device; "file" when nothing is left."""
    flat = _UNSAFE.sub("_", in_latin(name)).strip("._-")
    if _RESERVED.match(flat):
        flat = f"_{flat}"
    stem, dot, ending = flat.rpartition(".")
    if not stem or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = flat, "", ""
    return f"{stem[: LONGEST - len(ending)].rstrip('._-') or 'file'}{dot}{ending}"


def all_different(names: Iterable[str], taken: Iterable[str] = ()) -> Sequence[str]:
    """Safe, and numbered where several would be the same, in capital letters or small."""
    found: list[str] = []
    used = {one.casefold() for one in taken}
    for name in names:
        stem, dot, ending = safe(name).rpartition(".")
        if not dot:
            stem, ending = ending, ""
        one, number = f"{stem}{dot}{ending}", 1
        while one.casefold() in used:
            number += 1
            one = f"{stem}-{number}{dot}{ending}"
        used.add(one.casefold())
        found.append(one)
    return found


def _spelled(char: str) -> str:
    latin = _LATIN.get(char.lower(), char)
    return latin.capitalize() if char.isupper() and latin != char else latin
