"""Reads a form that came back: which paper it is, and what people wrote, wherever they wrote it and with whatever.

Runs on files from outside: call it in the workshop.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from doc_templates import labels
from doc_templates.fields import Fields, fields_of
from doc_templates.identity import PART, from_properties
from doc_templates.kit import FORMS, form_of
from doc_templates.orders import Identity
from doc_templates.packages import MAIN, Package, opened
from doc_templates.reading_text import answer_in, is_ticked, parsed, rows_of, seen, tag_of, text_of
from mentoring.papers import PaperLanguage
from mentoring.record_ids import found_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.drawing.elements import Element


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadBack:
    """What stands in a form, by the names of its fields; empty answers are left out.

    `code` is known more often than `identity`: the title says it too. `record_ids` are all that stand in the footers.
    """

    identity: Identity | None
    code: str | None
    record_ids: frozenset[str]
    values: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ratings: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    tables: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)


def read_back(data: bytes) -> ReadBack:
    """Raises Locked, TooMuch or Unreadable."""
    package = opened(data)
    body = parsed(package.read(MAIN))
    identity, record_ids = _identity(package), _in_the_margins(package)
    code = identity.code if identity is not None else _code_in(body)
    if identity is None and code is not None and len(record_ids) == 1:
        identity = Identity(code=code, language=_language(body, code), record_id=next(iter(record_ids)))
    if code is None or code not in FORMS:
        return ReadBack(identity=identity, code=code, record_ids=record_ids)
    return _answers(body, identity, code, record_ids)


def _answers(body: Element, identity: Identity | None, code: str, record_ids: frozenset[str]) -> ReadBack:
    form = form_of(code) if identity is None else form_of(code, identity.kind)
    fields = fields_of(form)
    controls = [(tag_of(one), one) for one in seen(body, "sdt")]
    marks = {tag for tag, one in controls if is_ticked(one)}
    tags = {tag for tag, _ in controls}
    return ReadBack(
        identity=identity,
        code=code,
        record_ids=record_ids,
        values=labels.values(body, form, without=tags) | dict(_values(controls, body, fields)),
        choices=labels.choices(body, form, without=tags) | dict(_choices(marks, fields)),
        ratings=labels.ratings(body, form, without=tags) | dict(_ratings(marks, fields)),
        tables=labels.tables(body, form, without=tags) | dict(_tables(body, fields)),
    )


def _values(controls: list[tuple[str, Element]], body: Element, fields: Fields) -> Iterator[tuple[str, str]]:
    """What was typed beside a control in its cell belongs to it too."""
    cells = {id(one): cell for cell in seen(body, "tc") for one in _only_control(cell)}
    found: dict[str, str] = {}
    for tag, one in controls:
        if tag in fields.texts and not found.get(tag):
            found[tag] = answer_in(cells.get(id(one), one))
    return ((tag, said) for tag, said in found.items() if said)


def _only_control(cell: Element) -> list[Element]:
    """Where a cell is one answer: no other words stand there but a label's."""
    controls, inner = list(seen(cell, "sdt")), list(seen(cell, "tbl"))
    styles = [one.get(one.tag.replace("pStyle", "val")) for one in cell.iter("{*}pStyle")]
    return controls if len(controls) == 1 and not inner and set(styles) <= {"Answer"} else []


def _choices(marks: set[str], fields: Fields) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, choice in fields.choices.items():
        keys = tuple(one.key for one in choice.options if f"{name}.{one.key}" in marks)
        if keys:
            yield name, keys


def _ratings(marks: set[str], fields: Fields) -> Iterator[tuple[str, dict[str, int]]]:
    """Where two numbers of a row are marked, none is taken."""
    for name, rating in fields.ratings.items():
        found: dict[str, int] = {}
        for item in rating.items:
            given = [mark for mark in range(1, rating.best + 1) if f"{name}.{item.key}.{mark}" in marks]
            if len(given) == 1:
                found[item.key] = given[0]
        if found:
            yield name, found


def _tables(body: Element, fields: Fields) -> Iterator[tuple[str, tuple[dict[str, str], ...]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for table in seen(body, "tbl"):
        for row in rows_of(table):
            name, values = _row(row)
            if name in fields.tables and any(values.values()):
                found.setdefault(name, []).append(values)
    return ((name, tuple(rows)) for name, rows in found.items())


def _row(row: Element) -> tuple[str, dict[str, str]]:
    tagged = [(tag_of(one), one) for one in seen(row, "sdt")]
    parts = [(*tag.split("[]."), one) for tag, one in tagged if tag.count("[].") == 1]
    values = {column: answer_in(one) for _, column, one in parts}
    return (parts[0][0] if parts else ""), values


def _identity(package: Package) -> Identity | None:
    if PART not in package:
        return None
    properties = parsed(package.read(PART))
    return from_properties({str(one.get("name")): "".join(one.itertext()) for one in properties})


def _in_the_margins(package: Package) -> frozenset[str]:
    names = [name for name in package.names if name.startswith(("word/footer", "word/header"))]
    return frozenset(one for name in names for one in found_in(text_of(parsed(package.read(name)))))


def _code_in(body: Element) -> str | None:
    """From the title, which bears it in every form."""
    for paragraph in seen(body, "p"):
        words = text_of(paragraph).split()
        if words:
            return words[0] if words[0] in FORMS else labels.code_of_title(" ".join(words))
    return None


def _language(body: Element, code: str) -> PaperLanguage:
    said, title = text_of(body)[:2000], FORMS[code].title
    both = title.en in said and title.bg in said and title.en != title.bg
    return PaperLanguage.BOTH if both else PaperLanguage.EN if title.en in said else PaperLanguage.BG
