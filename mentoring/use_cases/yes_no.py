"""Yes and no as people type them where a button was offered: in both languages, and Bulgarian in Latin letters."""

from __future__ import annotations

import re

_YES = frozenset(
    [
        "yes",
        "y",
        "yep",
        "sure",
        "ok",
        "okay",
        "agree",
        "да",
        "д",
        "ок",
        "добре",
        "съгласен",
        "съгласна",
        "съгласни",
        "може",
        "става",
        "аха",
        "приемам",
        "da",
        "moje",
        "mozhe",
        "stava",
        "aha",
        "dobre",
        "okej",
        "suglasen",
        "suglasna",
        "saglasen",
        "saglasna",
        "priemam",
        "+",
        "👍",
        "👌",
        "✅",
    ]
)
_NO = frozenset(["no", "n", "nope", "не", "н", "ne", "-", "👎", "❌"])
_POLITE = frozenset(["please", "thanks", "моля", "благодаря", "molya", "blagodarya"])
#: The colour of a hand, and how an emoji is drawn, change nothing of what it says.
_SHADES = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]")


def understood(text: str) -> bool | None:
    """None for anything that is neither."""
    said = re.split(r"[\s.,!]+", _SHADES.sub("", text).casefold().strip())
    words = [word for word in said if word and word not in _POLITE]
    if len(words) != 1:
        return None
    if words[0] in _YES:
        return True
    return False if words[0] in _NO else None
