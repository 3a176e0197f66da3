"""Yes and no as people type them where a button was offered: in both languages, and Bulgarian in Latin letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.use_cases import joining

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.ports import Record
    from mentoring.prompts import Prompt

_YES = frozenset(
    {"yes", "y", "ok", "okay", "да", "da", "д", "ок", "+", "👍", "agree", "съгласен", "съгласна", "suglasen"}
)
_NO = frozenset({"no", "n", "не", "ne", "н", "-", "👎", "no, thanks", "не, благодаря"})


def understood(text: str) -> bool | None:
    """None for anything that is neither."""
    word = text.strip().strip(".!").casefold()
    if word in _YES:
        return True
    return False if word in _NO else None


def consent_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    match understood(text):
        case True:
            joining.agree(record, joining.Agree(by=by), now)
        case False:
            joining.disagree(record, joining.Disagree(by=by), now)
        case None:
            joining.read_privacy(record, joining.ReadPrivacy(by=by, whole=False), now)
