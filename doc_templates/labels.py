"""Finds answers by the words beside them, where an editor has thrown the content controls away (Google Docs does)."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from doc_templates.fields import SIGNERS
from doc_templates.forms import printed
from doc_templates.forms.vocabulary import Answer, Choice, Grid, Rating, Signatures
from doc_templates.kit import FORMS
from doc_templates.reading_text import BOXES, MARKS, alike, answer_in, cells_of, rows_of, seen, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doc_templates.drawing.elements import Element
    from doc_templates.forms.vocabulary import Form, Words

Asked = TypeVar("Asked")

_SIGNER_LABELS = {
    "role": printed.SIGNER_ROLE,
    "name": printed.SIGNER_NAME,
    "signature": printed.SIGNATURE,
    "date": printed.SIGNED_ON,
}


def values(body: Element, form: Form, *, without: set[str]) -> dict[str, str]:
    lost = [one for one in form.blocks if isinstance(one, Answer) and one.name not in without]
    names = _in_order((said, one.name) for one in lost for said in _ways(one.label))
    printed_ones = _printed(form)
    found: dict[str, str] = {}
    for label, room in _beside(body):
        waiting = names.get(alike(text_of(label)))
        if waiting and alike(text_of(room)) not in printed_ones:
            found[waiting.popleft()] = answer_in(room)
    return {name: said for name, said in found.items() if said}


def choices(body: Element, form: Form, *, without: set[str]) -> dict[str, tuple[str, ...]]:
    """Those whose boxes are no controls any more."""
    lost = [one for one in form.blocks if isinstance(one, Choice) and not _has_controls(one.name, without)]
    asked = _in_order((said, one) for one in lost for said in _ways(one.label))
    found: dict[str, tuple[str, ...]] = {}
    for label, room in _beside(body):
        waiting = asked.get(alike(text_of(label)))
        if waiting:
            choice = waiting.popleft()
            found[choice.name] = _marked(text_of(room), choice)
    return {name: keys for name, keys in found.items() if keys}


def ratings(body: Element, form: Form, *, without: set[str]) -> dict[str, dict[str, int]]:
    lost = [one for one in form.blocks if isinstance(one, Rating) and not _has_controls(one.name, without)]
    asked = {said: (one.name, item.key, one.best) for one in lost for item in one.items for said in _ways(item.words)}
    found: dict[str, dict[str, int]] = {}
    for cells in _all_rows(body):
        name, key, best = asked.get(alike(text_of(cells[0])), ("", "", 0))
        marked = [mark for mark, cell in enumerate(cells[1 : best + 1], 1) if _is_marked(text_of(cell))]
        if len(marked) == 1:
            found.setdefault(name, {})[key] = marked[0]
    return found


def tables(body: Element, form: Form, *, without: set[str]) -> dict[str, tuple[dict[str, str], ...]]:
    """By the words in their headers; of two with the same header the first in the form is the first in the file."""
    waiting = [(name, columns) for name, columns in _headed(form) if not _has_controls(f"{name}[]", without)]
    found: dict[str, tuple[dict[str, str], ...]] = {}
    for table in seen(body, "tbl"):
        rows = [cells_of(row) for row in rows_of(table)]
        said = [alike(text_of(cell)) for cell in rows[0]] if rows else []
        match = next((one for one in waiting if set(one[1].values()) <= {one[1].get(word) for word in said}), None)
        if match is not None:
            waiting.remove(match)
            found[match[0]] = tuple(_below([match[1].get(word) for word in said], rows[1:]))
    return {name: rows for name, rows in found.items() if rows}


def code_of_title(title: str) -> str | None:
    codes = {said: one.code for one in FORMS.values() for said in _ways(one.title)}
    return codes.get(alike(title))


def _in_order(pairs: Iterable[tuple[str, Asked]]) -> dict[str, deque[Asked]]:
    """Two parts of a form may ask the same; each answer then goes to the next that has none."""
    asked: dict[str, deque[Asked]] = {}
    for said, one in pairs:
        waiting = asked.setdefault(said, deque())
        if one not in waiting:
            waiting.append(one)
    return asked


def _printed(form: Form) -> set[str]:
    """The form's own words, which are nobody's answer."""
    labels = [one.label for one in form.blocks if isinstance(one, (Answer, Choice))]
    columns = {said for _, heads in _headed(form) for said in heads}
    return columns | {said for one in labels for said in _ways(one)}


def _below(heads: list[str | None], rows: list[list[Element]]) -> Iterator[dict[str, str]]:
    for cells in rows:
        row = {head: answer_in(cell) for head, cell in zip(heads, cells, strict=False) if head is not None}
        if any(row.values()):
            yield row


def _headed(form: Form) -> Iterator[tuple[str, dict[str, str]]]:
    for block in form.blocks:
        if isinstance(block, Grid):
            yield block.name, {said: one.name for one in block.columns for said in _ways(one.label)}
        elif isinstance(block, Signatures):
            yield SIGNERS, {said: name for name, label in _SIGNER_LABELS.items() for said in _ways(label)}


def _beside(body: Element) -> Iterator[tuple[Element, Element]]:
    """Each cell with the one to its right, or below where it fills the row."""
    for table in seen(body, "tbl"):
        rows = [cells_of(row) for row in rows_of(table)]
        for place, cells in enumerate(rows):
            yield from pairwise(cells)
            if len(cells) == 1 and place + 1 < len(rows) and rows[place + 1]:
                yield cells[0], rows[place + 1][0]


def _all_rows(body: Element) -> Iterator[list[Element]]:
    for table in seen(body, "tbl"):
        yield from (cells for cells in map(cells_of, rows_of(table)) if cells)


def _marked(said: str, choice: Choice) -> tuple[str, ...]:
    """Each box with the words up to the next one."""
    keys, rest = [], said
    for sign in MARKS - set("xXхХvV") | BOXES:
        rest = rest.replace(sign, f"\n{sign}")
    options = {way: one.key for one in choice.options for way in _ways(one.words)}
    for piece in rest.split("\n"):
        key = options.get(alike(piece[1:])) if piece and piece[0] in MARKS else None
        keys += [key] if key else []
    return tuple(one.key for one in choice.options if one.key in keys)


def _is_marked(said: str) -> bool:
    return any(sign in MARKS for sign in said)


def _has_controls(name: str, tags: set[str]) -> bool:
    return any(tag.startswith(f"{name}.") for tag in tags)


def _ways(words: Words) -> tuple[str, ...]:
    """As a form has it in one language or in both."""
    return (alike(words.en), alike(words.bg), alike(f"{words.bg} {words.en}"))
