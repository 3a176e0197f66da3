"""Tasks as people write them in a group's chat: "+ …", or a word and a colon, in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mentoring.session_tasks import TaskKind

#: Not “+1”, which agrees, nor a telephone number.
_PLUS = re.compile(r"\+(?:\s+(?P<text>.*))?", re.DOTALL)
_NAMED = re.compile(r"(?P<word>[^\W\d_]+(?: за вкъщи)?)\s*:\s*(?P<text>.+)", re.DOTALL)
_WORDS = {
    "task": TaskKind.ACTION,
    "action": TaskKind.ACTION,
    "todo": TaskKind.ACTION,
    "задача": TaskKind.ACTION,
    "homework": TaskKind.HOMEWORK,
    "домашно": TaskKind.HOMEWORK,
    "задача за вкъщи": TaskKind.HOMEWORK,
}
LONGEST = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Caught:
    """Without `text` it is the message that was answered."""

    kind: TaskKind
    text: str


def caught(said: str) -> Caught | None:
    words = said.strip()
    plus = _PLUS.fullmatch(words)
    if plus is not None:
        return Caught(kind=TaskKind.ACTION, text=(plus["text"] or "").strip()[:LONGEST])
    named = _NAMED.fullmatch(words)
    kind = _WORDS.get(named["word"].lower()) if named is not None else None
    if named is None or kind is None:
        return None
    return Caught(kind=kind, text=named["text"].strip()[:LONGEST])
