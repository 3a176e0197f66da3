"""The words in which a form is written down; doc_templates/drawing turns them into Word files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A text that people read: in both languages, or not at all. May hold merge fields such as {{ mentee_name }}."""

    en: str
    bg: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    words: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Prose:
    """Paragraphs of running text; `numbered` ones are the clauses of an agreement."""

    paragraphs: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A label, and room for `lines` lines of handwriting. `name` is the merge field and the content control's tag."""

    name: str
    label: Words
    lines: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    key: str
    words: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """Boxes to tick: one of them, or `many`. In the facts: the keys of what is ticked."""

    name: str
    label: Words
    options: tuple[Option, ...]
    many: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Rating:
    """Statements rated from 1 to `best`, with what the two ends mean. In the facts: a number by each key."""

    name: str
    items: tuple[Option, ...]
    low: Words
    high: Words
    best: int = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """`share` of the table's width, against those of the other columns."""

    name: str
    label: Words
    share: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """A table. In the facts: rows, each a value by column name; without any, `blank_rows` to fill in by hand.

    A row has room for `lines` lines of handwriting.
    """

    name: str
    columns: tuple[Column, ...]
    blank_rows: int = 3
    numbered: bool = False
    lines: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """A table to be read, not filled in: `shares` of its width, and a header with rows of as many cells."""

    shares: tuple[int, ...]
    header: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Signatures:
    """A row per signer: role, name, signature, date. In the facts: `signers`, each with a role and a name.

    On a counterpart the facts name one signer, and the page says that the others sign pages of their own.
    Without any signers, `blank_rows` to fill in by hand.
    """

    statement: Words
    blank_rows: int = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class PageBreak:
    pass


Block: TypeAlias = Heading | Prose | Answer | Choice | Rating | Grid | Overview | Signatures | PageBreak


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """`bilingual` ones are drawn also with both languages side by side. `restricted` says who may see it.

    `facts` names the merge fields that stand in its running text, beyond those of every document.
    """

    code: str
    title: Words
    blocks: tuple[Block, ...]
    intro: Words | None = None
    restricted: Words | None = None
    landscape: bool = False
    bilingual: bool = False
    facts: tuple[str, ...] = field(default=())
