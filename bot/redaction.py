"""What must never stand in a log: the bot's token, other secrets, people's names, and what people wrote.

Exceptions quote the values they choked on, so this works on the finished line, whoever logged it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from bot import current_update, raw_updates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TOKEN = re.compile(r"\d{6,}:[\w-]{30,}")
ESCAPES = re.compile(r"(?:\\+u[0-9a-fA-F]{4})+|(?:\\+x[0-9a-fA-F]{2})+|(?:%[0-9a-fA-F]{2})+")
BACKSLASHES = re.compile(r"\\+")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
LETTERS = re.compile(r"[^\W\d_]{2,}")
LETTERS_AFTER_ESCAPE = re.compile(r"(?<=\\[nrtbfva])[^\W\d_]{2,}")  # a quoted line end glues its n to the next word
WORDS = re.compile(r"[^\W_]+")

# The skeleton of a log line. Somebody may be called Info; hiding the word would break the log and protect nobody.
SKELETON = frozenset(
    {"critical", "debug", "error", "event", "exception", "info", "level", "logger", "timestamp", "warning"}
)

# Strings of an update that a person neither wrote nor is known by. Everything else is private, also fields to come.
IMPERSONAL = frozenset(
    {
        "type",
        "status",
        "data",
        "file_id",
        "file_unique_id",
        "chat_instance",
        "language_code",
        "mime_type",
        "media_group_id",
    }
)
NAMES = frozenset({"first_name", "last_name"})
SHORTEST_TEXT = 3


class Redaction:
    """One for the whole running program; `know` and `keep_secret` may be called from any thread."""

    def __init__(self) -> None:
        self._words: frozenset[str] = frozenset()
        self._secrets: tuple[str, ...] = ()

    def know(self, names: Iterable[str]) -> None:
        self._words |= _words_of(names)

    def keep_secret(self, *secrets: str) -> None:
        self._secrets += tuple(filter(None, secrets))

    def clean(self, line: str) -> str:
        """Hides also whatever the update says that is being handled where this line was logged."""
        update = _update_under_way()
        line = TOKEN.sub("[token]", _legible(line))
        for secret in self._secrets:
            line = line.replace(secret, "[secret]")
        for text in _texts_of(update):
            line = text.sub("[text]", line)
        words = self._words.union(_words_of(_names_in(update)))
        return _without(words, _without(words, line, LETTERS), LETTERS_AFTER_ESCAPE)


def _update_under_way() -> object:
    try:
        return raw_updates.parse(current_update.get().arrival.raw)
    except LookupError:
        return None


def _without(words: frozenset[str], line: str, letters: re.Pattern[str]) -> str:
    return letters.sub(lambda word: "[name]" if word[0].casefold() in words else word[0], line)


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in LETTERS.findall(_legible(" ".join(names)))) - SKELETON


def _texts_of(update: object) -> list[re.Pattern[str]]:
    """Line by line and word by word, because quoting changes what stands between; longest first: some overlap."""
    texts = {text for key, text in _strings_in(update) if key not in IMPERSONAL}
    pieces = {tuple(WORDS.findall(_legible(piece))) for text in texts for piece in CONTROLS.split(text)}
    telling = sorted((piece for piece in pieces if len("".join(piece)) >= SHORTEST_TEXT), key=len, reverse=True)
    return [re.compile(r"[\W_]+".join(map(re.escape, piece)), re.IGNORECASE) for piece in telling]


def _names_in(update: object) -> Iterator[str]:
    return (text for key, text in _strings_in(update) if key in NAMES)


def _strings_in(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield key, value
        case Mapping():
            for name, inner in value.items():
                yield from _strings_in(inner, str(name))
        case list():
            for inner in value:
                yield from _strings_in(inner, key)
        case _:
            return


def _legible(text: str) -> str:
    """A name stays one in JSON's \\u0412, in the repr of bytes, in a URL, and however its accents are composed."""
    plain = unicodedata.normalize("NFC", ESCAPES.sub(_decoded, text))
    return plain.encode(errors="backslashreplace").decode()  # half an emoji could not be written


def _decoded(escapes: re.Match[str]) -> str:
    text = BACKSLASHES.sub(r"\\", escapes[0])
    match text[:2]:
        case "\\u":
            characters = str(json.loads(f'"{text}"'))
        case "\\x":
            characters = bytes.fromhex(text.replace("\\x", "")).decode(errors="replace")
        case _:
            characters = unquote(text)
    # A decoded quote or line end would break the line it stands in.
    return "".join(character if character.isprintable() and character not in '"\\' else " " for character in characters)
