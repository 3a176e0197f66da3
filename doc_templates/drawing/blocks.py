"""The body of a form, block after block."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from doc_templates.drawing.elements import cell, line_break, paragraph, row, run, tab, table, w
from doc_templates.drawing.questions import answers, choice, is_short, long_answer
from doc_templates.drawing.sheet import with_fields
from doc_templates.drawing.tables import grid, overview, rating, signatures
from doc_templates.forms.vocabulary import Answer, Choice, Grid, Heading, Overview, PageBreak, Prose, Rating, Signatures
from mentoring.papers import PaperLanguage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.drawing.elements import Element
    from doc_templates.drawing.sheet import Sheet
    from doc_templates.forms.vocabulary import Block, Form, Words

_NUMBERED_HEADING = re.compile(r"(\d+)\.")


def body(form: Form, sheet: Sheet) -> Iterator[Element]:
    yield from _opening(form, sheet)
    clause = ""
    for one_line, blocks in groupby(
        form.blocks, key=lambda block: isinstance(block, Answer) and is_short(block, sheet)
    ):
        together = list(blocks)
        if one_line:
            yield from _spaced(list(answers([one for one in together if isinstance(one, Answer)], sheet)))
            continue
        for block in together:
            if isinstance(block, Heading):
                match = _NUMBERED_HEADING.match(block.words.en)
                clause = match[1] if match else ""
            yield from _block(block, clause, sheet)


def _opening(form: Form, sheet: Sheet) -> Iterator[Element]:
    title, *other = dict.fromkeys(sheet.each(form.title))
    second = [piece for one in other for piece in (line_break(), run(one, style="SecondLanguage", size=12))]
    yield paragraph(run(form.code, style="Code"), run("  "), run(title), *second, style="Title")
    if form.restricted is not None:
        yield paragraph(run(sheet.say(form.restricted)), style="Restricted")
    if form.intro is not None:
        yield from (paragraph(*with_fields(one), style="Intro") for one in sheet.each(form.intro))


def _block(block: Block, clause: str, sheet: Sheet) -> Iterator[Element]:
    match block:
        case Heading():
            yield _heading(block, sheet)
        case Prose():
            yield from _prose(block, clause, sheet)
        case Answer():
            yield from _spaced([long_answer(block, sheet)])
        case Choice():
            yield from _spaced([choice(block, sheet)])
        case Rating():
            yield from _spaced([rating(block, sheet)])
        case Grid():
            yield from _spaced([grid(block, sheet)])
        case Overview():
            yield from _spaced([overview(block, sheet)])
        case Signatures():
            yield from _spaced(signatures(block, sheet))
        case PageBreak():
            yield paragraph(w("r", w("br", type="page")), style="Gap")
        case _:
            assert_never(block)


def _heading(block: Heading, sheet: Sheet) -> Element:
    """A number, as "4.", only once."""
    first, *other = dict.fromkeys(sheet.each(block.words))
    second = [run(" / " + _NUMBERED_HEADING.sub("", one).strip(), style="SecondLanguage") for one in other]
    return paragraph(*with_fields(first), *second, style="Heading1")


def _prose(block: Prose, clause: str, sheet: Sheet) -> Iterator[Element]:
    if sheet.language is PaperLanguage.BOTH:
        yield from _side_by_side(block, clause, sheet)
        return
    for place, words in enumerate(block.paragraphs, 1):
        yield _clause(sheet.say(words), _number(block, clause, place))


def _side_by_side(block: Prose, clause: str, sheet: Sheet) -> Iterator[Element]:
    widths = sheet.shares(1, 1)
    rows = [_pair(words, _number(block, clause, place), widths) for place, words in enumerate(block.paragraphs, 1)]
    yield table(rows, widths, style="TwoLanguages")
    yield paragraph(style="Gap")


def _pair(words: Words, number: str, widths: list[int]) -> Element:
    sides = zip((words.bg, words.en), widths, strict=True)
    return row(*(cell(_clause(said, number), width=width) for said, width in sides))


def _number(block: Prose, clause: str, place: int) -> str:
    """As 4.2 under a heading that has a number."""
    if not block.numbered:
        return ""
    return f"{clause}.{place}" if clause else f"{place}."


def _clause(words: str, number: str) -> Element:
    if not number:
        return paragraph(*with_fields(words), style="Normal")
    return paragraph(run(number), tab(), *with_fields(words), style="Clause")


def _spaced(tables: list[Element]) -> Iterator[Element]:
    """Word joins tables between which nothing stands."""
    for one in tables:
        yield one
        if one.tag.endswith("}tbl"):
            yield paragraph(style="Gap")
