"""Makes a text fit Telegram's limits, which count UTF-16 units of what is left when the tags are gone."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT_UNITS = 4096
CAPTION_UNITS = 1024

_TOKEN = re.compile(r"<(?P<end>/?)(?P<tag>[a-z-]+)[^>]*>|&(?:#\w+|\w+);|.", re.DOTALL)
_TAG = re.compile(r"</?[a-z-]+[^>]*>")
_ELLIPSIS = "…"


def units(text: str) -> int:
    """The length of Telegram HTML as Telegram counts it."""
    return len(html.unescape(_TAG.sub("", text)).encode("utf-16-le", "surrogatepass")) // 2


def fitted(text: str, limit: int) -> str:
    """The text itself, or its beginning up to the last space that fits, with every open tag closed."""
    if len(text) * 2 <= limit or units(text) <= limit:
        return text
    kept = "".join(_beginning(text, limit - len(_ELLIPSIS)))
    return _closed(kept[: _last_gap(kept)].rstrip() + _ELLIPSIS)


def pieces(text: str, limit: int) -> list[str]:
    """The whole of it, in as few parts as fit, each of them whole HTML; what is open at a cut goes on behind it."""
    if len(text) * 2 <= limit or units(text) <= limit:
        return [text]
    kept = "".join(_beginning(text, limit))
    kept = kept[: _last_gap(kept)] or kept
    rest = "".join(tag[0] for tag in _open_tags(kept)) + text[len(kept) :].lstrip()
    return [_closed(kept.rstrip()), *pieces(rest, limit)]


def _width(token: re.Match[str]) -> int:
    if token["tag"]:
        return 0
    return sum(2 if ord(character) > 0xFFFF else 1 for character in html.unescape(token[0]))  # noqa: PLR2004 -- UTF-16


def _beginning(text: str, limit: int) -> Iterator[str]:
    for token in _TOKEN.finditer(text):
        limit -= _width(token)
        if limit < 0:
            return
        yield token[0]


def _last_gap(kept: str) -> int:
    """Where the last word began, if that is near the end; a space inside a tag is no gap."""
    gaps = [token.start() for token in _TOKEN.finditer(kept) if token[0].isspace()]
    return gaps[-1] if gaps and gaps[-1] > len(kept) // 2 else len(kept)


def _closed(text: str) -> str:
    return text + "".join(f"</{tag['tag']}>" for tag in reversed(_open_tags(text)))


def _open_tags(text: str) -> list[re.Match[str]]:
    """As they were written: a link keeps its address."""
    still_open: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if token["end"]:
            still_open.pop()
        elif token["tag"]:
            still_open.append(token)
    return still_open
