"""What one cell says about two things: goals below results, homework below preparation; and the codes of forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring.plan_rows import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

#: How the line of the second thing begins; the form that we print has it too.
_SECOND = {
    Column.RESULT: (Column.GOALS, re.compile(r"^(?:linked\s+)?(?:goals?|aims?|цели?)\s*[:–-]\s*", re.IGNORECASE)),
    Column.PREPARATION: (
        Column.HOMEWORK,
        re.compile(r"^(?:homework|домашно|(?:задач[аи]\s+)?за\s+вкъщи)\s*[:–-]\s*", re.IGNORECASE),
    ),
}
_CODE = re.compile(r"(?<!\w)([TXТХ])\s?(\d\d)(?!\w)", re.IGNORECASE)
_LATIN = str.maketrans("ТХтхtx", "TXTXTX")


def parted(words: Mapping[Column, str]) -> dict[Column, str]:
    """A column of its own goes before what stands in another one."""
    found: dict[Column, str] = {}
    for column, text in words.items():
        second, begins = _SECOND.get(column, (None, None))
        lines = text.split("\n")
        at = next((no for no, line in enumerate(lines) if begins and begins.match(line)), len(lines))
        found[column] = "\n".join(lines[:at])
        if second is not None and begins is not None and at < len(lines):
            found.setdefault(second, begins.sub("", "\n".join(lines[at:])))
    return {column: text for column, text in (found | _own(words)).items() if text}


def _own(words: Mapping[Column, str]) -> dict[Column, str]:
    return {column: words[column] for column in (Column.GOALS, Column.HOMEWORK) if column in words}


def codes_in(text: str) -> str:
    """With spaces between, each once; the letters may come from either alphabet."""
    return " ".join(dict.fromkeys(f"{letter.translate(_LATIN)}{number}" for letter, number in _CODE.findall(text)))
