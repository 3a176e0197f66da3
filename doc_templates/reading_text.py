"""The text of a piece of a Word file as a reader sees it: what was inserted counts, what was deleted does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from doc_templates.drawing.elements import MC, NAMESPACES, W14, Element, W
from doc_templates.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What is not on the page: deleted, moved away, said again for old programmes, or about something.
_UNSEEN = {f"{{{W}}}{name}" for name in ("del", "moveFrom", "sdtPr", "sdtEndPr", "pPr", "rPr", "tcPr", "trPr", "tblPr")}
_UNSEEN |= {f"{{{MC}}}Fallback", f"{{{W}}}instrText", f"{{{W}}}delText"}
_INSTEAD = {f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n", f"{{{W}}}cr": "\n", f"{{{W}}}noBreakHyphen": "-"}
_TEXT, _PARAGRAPH, _TABLE, _CELL, _ROW = (f"{{{W}}}{name}" for name in ("t", "p", "tbl", "tc", "tr"))
#: Signs that stand for a mark in a box, whatever wrote it; Х in either alphabet.
MARKS = frozenset("☒☑✓✔✗✘■⬛xXхХvV")
BOXES = frozenset("☐□▢◻")
_NOT_WORDS = re.compile(r"[\W_]+")


def parsed(xml: bytes) -> Element:
    """No entities, no network, no endless trees. Raises Unreadable."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Unreadable("a document type")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(type(error).__name__) from None


def text_of(element: Element) -> str:
    """Its paragraphs become lines."""
    lines = [""]
    for piece in _pieces(element):
        if piece is None:
            lines.append("")
        else:
            lines[-1] += piece
    return "\n".join(lines).strip("\n")


def answer_in(element: Element) -> str:
    """Without the lines and the room that we print where nothing is known."""
    said = text_of(element).replace("\u2002", " ").strip()
    return "" if not said.strip("_ .…") and set(said) <= set("_ .…\n") else said


def seen(element: Element, name: str) -> Iterator[Element]:
    """Descendants of one name in Word's namespace, but not within what was deleted."""
    for child in element:
        if child.tag in _UNSEEN or not isinstance(child.tag, str):
            continue
        if child.tag == f"{{{W}}}{name}":
            yield child
        yield from seen(child, name)


def rows_of(table: Element) -> Iterator[Element]:
    """Its own, not those of tables within it; also in content controls."""
    return _own(table, _ROW, _TABLE)


def cells_of(row: Element) -> list[Element]:
    return list(_own(row, _CELL, _TABLE))


def tag_of(control: Element) -> str:
    found = control.find("w:sdtPr/w:tag", NAMESPACES)
    return "" if found is None else str(found.get(f"{{{W}}}val", ""))


def is_ticked(control: Element) -> bool:
    """By its state, or by what somebody typed over it."""
    state = control.find(f"w:sdtPr/{{{W14}}}checkbox/{{{W14}}}checked", NAMESPACES)
    said = text_of(control).strip()
    if said and said[0] in MARKS | BOXES:
        return said[0] in MARKS
    return state is not None and state.get(f"{{{W14}}}val") in {"1", "true"}


def alike(text: str) -> str:
    """For comparing labels: letters and digits only."""
    return _NOT_WORDS.sub("", text).casefold()


def _pieces(element: Element) -> Iterator[str | None]:
    """None begins a new line."""
    first = True
    for child in element:
        if child.tag in _UNSEEN or not isinstance(child.tag, str):
            continue
        if child.tag in {_PARAGRAPH, _TABLE, _ROW}:
            if not first:
                yield None
            first = False
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _INSTEAD:
            yield _INSTEAD[child.tag]
        else:
            yield from _pieces(child)


def _own(element: Element, wanted: str, not_within: str) -> Iterator[Element]:
    for child in element:
        if child.tag == wanted:
            yield child
        elif isinstance(child.tag, str) and child.tag != not_within and child.tag not in _UNSEEN:
            yield from _own(child, wanted, not_within)
