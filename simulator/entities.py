"""Formatted text: trimming, the entities Telegram finds by itself, and the length limits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.errors import ApiError, bad_request
from simulator.html import parse_html
from simulator.wire import Wire, units

MAX_ENTITIES = 100
MAX_TEXT = 4096
MAX_CAPTION = 1024

_COMMAND = re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")
_MENTION = re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")
_HASHTAG = re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}")
_EMAIL = re.compile(r"(?<![\w.])[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}")
_URL = re.compile(
    r"(?<![\w@./])(?:https?://[^\s<>\"]+|(?:[A-Za-z0-9\-]+\.)+(?:com|org|net|me|eu|bg|io|dev)(?:/[^\s<>\"]*)?)"
)
_FOUND = (("url", _URL), ("email", _EMAIL), ("bot_command", _COMMAND), ("mention", _MENTION), ("hashtag", _HASHTAG))
_SPACES = " \t\n\r\v\f\0"
_CONTROL = re.compile(r"[\0-\x09\x0b-\x1f]")
_REMOVED = re.compile(r"[\r\u202a-\u202e]")


@dataclass(frozen=True, slots=True)
class FormattedText:
    text: str
    entities: tuple[Wire, ...] = ()

    def wire(self, text_field: str, entities_field: str) -> Wire:
        fields: Wire = {text_field: self.text} if self.text else {}
        if self.entities:
            fields[entities_field] = list(self.entities)
        return fields


def _place(entity: Wire) -> tuple[int, int]:
    offset, length = entity["offset"], entity["length"]
    assert isinstance(offset, int)  # noqa: S101 - parsed or found: always numbers
    assert isinstance(length, int)  # noqa: S101
    return offset, length


def _trimmed(text: str, entities: list[Wire]) -> FormattedText:
    """Without the white space around it, which Telegram removes, and the entities moved accordingly."""
    start = len(text) - len(text.lstrip(_SPACES))
    kept = text.strip(_SPACES)
    shift, end = units(text[:start]), units(kept)
    moved = []
    for entity in entities:
        offset, length = _place(entity)
        first, last = max(offset - shift, 0), min(offset + length - shift, end)
        if last > first:
            moved.append(entity | {"offset": first, "length": last - first})
    moved.sort(key=lambda entity: (_place(entity)[0], -_place(entity)[1]))
    return FormattedText(kept, tuple(moved))


def _found_in(text: str, taken: list[tuple[int, int]]) -> list[Wire]:
    found: list[Wire] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            offset, length = units(text[: match.start()]), units(match.group())
            if all(offset >= end or offset + length <= start for start, end in taken):
                taken.append((offset, offset + length))
                found.append({"type": kind, "offset": offset, "length": length})
    return found


def with_found_entities(formatted: FormattedText) -> FormattedText:
    """Adds commands, mentions, hashtags, links and addresses, as the server does for every text."""
    if not any(mark in formatted.text for mark in "/@#."):
        return formatted
    fixed = {"pre", "code", "text_link", "text_mention", "custom_emoji", "date_time"}
    taken = [(o, o + n) for e in formatted.entities if e["type"] in fixed for o, n in (_place(e),)]
    found = _found_in(formatted.text, taken)
    everything = sorted([*formatted.entities, *found], key=lambda entity: (_place(entity)[0], -_place(entity)[1]))
    return FormattedText(formatted.text, tuple(everything))


def formatted(text: str, *, parse_mode: str | None = None, entities: list[Wire] | None = None) -> FormattedText:
    """What the bot sent, as it will be shown."""
    text = _CONTROL.sub(" ", _REMOVED.sub("", text))
    if parse_mode and not entities:
        parsed, own = _parsed(text, parse_mode)
    else:
        parsed, own = text, _checked(text, entities or [])
    return with_found_entities(_trimmed(parsed, own[:MAX_ENTITIES]))


def _parsed(text: str, parse_mode: str) -> tuple[str, list[Wire]]:
    match parse_mode.lower():
        case "html":
            return parse_html(text)
        case "markdown" | "markdownv2":
            raise ApiError(400, "Bad Request: the simulator reads HTML, not Markdown", strict=True)
        case _:
            raise bad_request("unsupported parse_mode")


def plain(text: str) -> FormattedText:
    """What a person typed."""
    return formatted(text)


def _checked(text: str, entities: list[Wire]) -> list[Wire]:
    end = units(text)
    for entity in entities:
        offset, length = _place(entity)
        if offset < 0 or length <= 0 or offset + length > end:
            raise bad_request(f"entity beginning at UTF-16 offset {offset} ends after the end of the text")
    return entities


def message_text(value: FormattedText) -> FormattedText:
    if not value.text:
        raise bad_request("message text is empty")
    if units(value.text) > MAX_TEXT:
        raise bad_request("message is too long")
    return value


def caption(value: FormattedText) -> FormattedText:
    if units(value.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return value
