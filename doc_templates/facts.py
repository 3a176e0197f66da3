"""What is merged into a form, made harmless: whatever people are called, it arrives as text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from markupsafe import Markup, escape

from mentoring.papers import PaperLanguage

if TYPE_CHECKING:
    from doc_templates.fields import Fields
    from doc_templates.forms.vocabulary import Choice

#: A text or number; the keys that are ticked; a number by key; or the rows of a table.
Fact: TypeAlias = str | int | Sequence[str] | Mapping[str, int] | Sequence[Mapping[str, str]]
Merged: TypeAlias = Markup | Sequence[Mapping[str, Markup]] | Mapping[str, Markup] | bool

_LONGEST = 20_000
#: XML has no place for these, not even escaped.
_NOT_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: object) -> str:
    plain = str(text).replace("\r\n", "\n").replace("\r", "\n")[:_LONGEST]
    return _NOT_XML.sub("", _SURROGATE.sub("\ufffd", plain))


def merged(facts: Mapping[str, Fact], fields: Fields, language: PaperLanguage) -> dict[str, Merged]:
    """Every field of the form, empty where nothing is known. Facts that the form does not ask for are left out."""
    context: dict[str, Merged] = {name: _safe(_text(facts.get(name, ""))) for name in fields.texts}
    for name, table in fields.tables.items():
        rows = _rows(facts.get(name)) or [{}] * table.blank
        context[name] = [{column: _safe(row.get(column, "")) for column in table.columns} for row in rows]
    for name, choice in fields.choices.items():
        context[name] = _safe(_in_words(choice, facts.get(name), language))
    for name, rating in fields.ratings.items():
        marks = _marks(facts.get(name))
        context[name] = {one.key: _safe(marks.get(one.key, "")) for one in rating.items}
    return context


def ticked(facts: Mapping[str, Fact], fields: Fields) -> frozenset[str]:
    """The tags of all boxes that bear a mark."""
    choices = {f"{name}.{key}" for name in fields.choices for key in _keys(facts.get(name))}
    ratings = {f"{name}.{key}.{mark}" for name in fields.ratings for key, mark in _marks(facts.get(name)).items()}
    return frozenset(choices | ratings)


def _safe(text: object) -> Markup:
    """Escaped, its braces too: docxtpl changes some of those after Jinja has run."""
    return Markup(str(escape(clean(text))).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped here  # nosec B704


def _text(fact: Fact) -> str:
    return str(fact) if isinstance(fact, (str, int)) else ""


def _rows(fact: Fact | None) -> list[Mapping[str, str]]:
    if not isinstance(fact, Sequence):
        return []
    return [row for row in fact if isinstance(row, Mapping)]


def _keys(fact: Fact | None) -> tuple[str, ...]:
    if isinstance(fact, str):
        return (fact,)
    return tuple(key for key in fact if isinstance(key, str)) if isinstance(fact, Sequence) else ()


def _marks(fact: Fact | None) -> Mapping[str, int]:
    return fact if isinstance(fact, Mapping) else {}


def _in_words(choice: Choice, fact: Fact | None, language: PaperLanguage) -> str:
    """For a programme's own form, which may want words where ours has boxes."""
    keys = _keys(fact)
    return ", ".join(
        one.words.en if language is PaperLanguage.EN else one.words.bg for one in choice.options if one.key in keys
    )
