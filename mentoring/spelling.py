"""Bulgarian as it is typed in Latin letters: words are compared by how they sound, however they were written.

People mix several habits: ч as ch or 4, ш as sh or 6, я as q, ya or ja, ъ as a, u or y, в as w.
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = {
    **dict(zip("абвгдезиклмнопрстуфхцэ", "abvgdeziklmnoprstufhce", strict=True)),
    "ж": "j",
    "й": "i",
    "ч": "4",
    "ш": "6",
    "щ": "6t",
    "ь": "i",
    "ю": "iu",
    "я": "ia",
    "ы": "i",
    "ё": "e",
}
#: The letter that everybody writes in their own way.
_OPEN_VOWELS = "aui"
_LATIN = (
    (re.compile("sht"), "6t"),
    (re.compile("sh"), "6"),
    (re.compile("ch"), "4"),
    (re.compile("zh"), "j"),
    (re.compile("t[sz]"), "c"),
    (re.compile("ya|q"), "ia"),
    (re.compile("yu"), "iu"),
    (re.compile("w"), "v"),
    (re.compile("x"), "h"),
    (re.compile("y"), "i"),
)
#: Some write ж with it, and some the beginning of я and ю.
_SOFT_J = re.compile("j(?=[au])")
_OTHERS = re.compile(r"[^\w]+|_+")


def sounds(text: str) -> frozenset[str]:
    """How it may sound; two texts say the same where these meet. Empty for what has neither letters nor digits."""
    plain = _OTHERS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
    if not plain:
        return frozenset()
    heard = {"".join(_CYRILLIC.get(char, char) for char in _latin(read)) for read in (plain, _SOFT_J.sub("y", plain))}
    return frozenset(one.replace("ъ", vowel) for one in heard for vowel in _OPEN_VOWELS)


def same(one: str, other: str) -> bool:
    return not sounds(one).isdisjoint(sounds(other))


def _latin(text: str) -> str:
    for written, heard in _LATIN:
        text = written.sub(heard, text)
    return text
