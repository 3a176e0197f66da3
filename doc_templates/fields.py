"""Which facts a form takes, by name and by kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doc_templates.forms.vocabulary import Answer, Choice, Grid, Heading, Prose, Rating, Signatures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.forms.vocabulary import Form, Words

#: Every form may name these.
COMMON = frozenset(
    {"programme_name", "organisation", "project_number", "group_name", "group_motto", "document_date", "manager_name",
     "mentor_name", "mentee_name", "period_begins", "period_ends"}
)  # fmt: skip
#: These come from the document itself, not from facts.
OF_THE_DOCUMENT = frozenset({"record_id", "form_version", "counterpart"})
SIGNERS = "signers"
SIGNER_COLUMNS = ("role", "name", "signature", "date")
_FIELD = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """A table's columns, and how many rows it has when nothing is known."""

    columns: tuple[str, ...]
    blank: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Fields:
    """`choices` and `ratings` by name: the keys of what can be ticked, and of what can be rated."""

    texts: frozenset[str]
    tables: Mapping[str, Rows]
    choices: Mapping[str, Choice]
    ratings: Mapping[str, Rating]


def fields_of(form: Form) -> Fields:
    texts = {*COMMON, *form.facts, *(name for words in _all_words(form) for name in _FIELD.findall(words))}
    return Fields(
        texts=frozenset(texts | {one.name for one in form.blocks if isinstance(one, Answer)}),
        tables=dict(_tables(form)),
        choices={one.name: one for one in form.blocks if isinstance(one, Choice)},
        ratings={one.name: one for one in form.blocks if isinstance(one, Rating)},
    )


def _tables(form: Form) -> Iterator[tuple[str, Rows]]:
    for block in form.blocks:
        if isinstance(block, Grid):
            yield block.name, Rows(columns=tuple(one.name for one in block.columns), blank=block.blank_rows)
        elif isinstance(block, Signatures):
            yield SIGNERS, Rows(columns=SIGNER_COLUMNS, blank=block.blank_rows)


def _all_words(form: Form) -> Iterator[str]:
    for words in _spoken(form):
        yield from (words.en, words.bg)


def _spoken(form: Form) -> Iterator[Words]:
    if form.intro is not None:
        yield form.intro
    for block in form.blocks:
        match block:
            case Prose():
                yield from block.paragraphs
            case Heading():
                yield block.words
            case Signatures():
                yield block.statement
            case _:
                pass
