"""Words that all cards of a session plan share: days with their year, hours, what is told otherwise."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from texts.locales import LOCALES
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mentoring.people import Language
    from mentoring.plan_rows import Hours
    from texts.say import Say

_LONGEST = 80


def fields(say: Say, names: Sequence[str]) -> str:
    words = {
        "ends_at": say.label("length"),
        "kind": say.label("kind"),
        "stage": say.label("kind"),
        "place": say.label("how you meet"),
        "address": say.label("place or link"),
        "topic": say.label("topic"),
        "aim": say.label("expected result"),
        "goals": say.label("goals"),
        "preparation": say.label("preparation"),
        "homework": say.label("homework"),
        "documents": say.label("documents"),
        "responsible": say.label("who is responsible"),
    }
    return ", ".join(dict.fromkeys(words[name] for name in names if name in words))


def moment(say: Say, day_: date | None, at: Hours | None) -> str:
    return ", ".join(part for part in (day(say, day_) if day_ else "", hours(at) if at else "") if part)


def hours(at: Hours) -> str:
    return f"{at.begins:%H:%M}" if at.ends is None else f"{at.begins:%H:%M}–{at.ends:%H:%M}"


def day(say: Say, day_: date) -> str:
    """With its weekday and its year: this is where a slip of the pen is seen."""
    return _written_out(day_, say.language)


@lru_cache(maxsize=1000)
def _written_out(day_: date, language: Language) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMEd", day_, locale=LOCALES[language])


def short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[: _LONGEST - 1]}…"


def lines(*parts: Html, gap: str = "\n\n") -> Html:
    return Html(gap.join(part for part in parts if part))
