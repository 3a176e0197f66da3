"""A group's short code, which stands on its posters and can be typed where no link can be opened, like NOVA-7K2."""

from __future__ import annotations

import secrets

#: Letters and digits that are not read for one another, and that a Bulgarian keyboard has the sounds of.
_ALPHABET = "ABDEFGHKLMNPRSTUVZ23456789"
_TAIL = 3
_LONGEST_NAME = 8
_NAMELESS = "GROUP"

#: By sound, as the Bulgarian law on transliteration has it: a code is read aloud and typed in either alphabet.
_SOUNDS = str.maketrans(
    {
        **dict(zip("АБВГДЕЗИЙКЛМНОПРСТУФЪЬ", "ABVGDEZIYKLMNOPRSTUFAY", strict=True)),
        "Ж": "ZH",
        "Х": "H",
        "Ц": "TS",
        "Ч": "CH",
        "Ш": "SH",
        "Щ": "SHT",
        "Ю": "YU",
        "Я": "YA",
    }
)


def new_code(group_name: str) -> str:
    """Easy to recognise by the name, hard to guess by the tail; it may be taken."""
    name = _letters(group_name)[:_LONGEST_NAME] or _NAMELESS
    return f"{name}-{''.join(secrets.choice(_ALPHABET) for _ in range(_TAIL))}"


def as_typed(text: str) -> str | None:
    """The code that these words are, however they were typed; None where they can't be one."""
    letters = _letters(text)
    name, tail = letters[:-_TAIL], letters[-_TAIL:]
    if not 0 < len(name) <= _LONGEST_NAME or not set(tail) <= set(_ALPHABET):
        return None
    return f"{name}-{tail}"


def _letters(text: str) -> str:
    sounds = text.upper().translate(_SOUNDS)
    return "".join(char for char in sounds if char.isascii() and char.isalnum())
