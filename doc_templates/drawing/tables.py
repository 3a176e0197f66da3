"""Statements to rate, tables to fill and rows to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.drawing.elements import box, cell, control, line_break, paragraph, row, run, table
from doc_templates.drawing.questions import LINE_MM, TICK_MM
from doc_templates.forms import printed

if TYPE_CHECKING:
    from doc_templates.drawing.elements import Element
    from doc_templates.drawing.sheet import Sheet
    from doc_templates.forms.vocabulary import Grid, Option, Overview, Rating, Signatures, Words

#: Room for a signature, and of a page's width for one mark and for a number.
_SIGNATURE_MM = 12.0
_MARK_PARTS, _STATEMENT_PARTS = 11, 100
_NUMBER_PARTS, _GRID_PARTS = 5, 100


def rating(block: Rating, sheet: Sheet) -> Element:
    marks = range(1, block.best + 1)
    widths = sheet.shares(_STATEMENT_PARTS, *(_MARK_PARTS for _ in marks))
    ends = {1: sheet.say(block.low), block.best: sheet.say(block.high)}
    heads = [cell(_mark_head(mark, ends.get(mark, "")), width=widths[mark], shaded=True) for mark in marks]
    head = row(cell(paragraph(style="Label"), width=widths[0], shaded=True), *heads, header=True)
    return table([head, *(_statement(block, item, widths, sheet) for item in block.items)], widths)


def grid(block: Grid, sheet: Sheet) -> Element:
    """Two rows that docxtpl takes away: what stands between them is repeated for each row of the facts."""
    number = [_NUMBER_PARTS] if block.numbered else []
    shares = sum(column.share for column in block.columns)
    widths = sheet.shares(*number, *(_GRID_PARTS * column.share // shares for column in block.columns))
    labels = [*([printed.NUMBER] if block.numbered else []), *(column.label for column in block.columns)]
    cells = [_number()] if block.numbered else []
    cells += [_value(block.name, column.name, sheet.say(column.label)) for column in block.columns]
    return _repeated(block.name, labels, cells, widths, sheet, height_mm=LINE_MM * block.lines)


def overview(block: Overview, sheet: Sheet) -> Element:
    widths = sheet.shares(*block.shares)
    heads = [cell(sheet.label(one), width=width, shaded=True) for one, width in zip(block.header, widths, strict=True)]
    lines = [
        row(*(cell(sheet.label(one), width=width) for one, width in zip(line, widths, strict=True)))
        for line in block.rows
    ]
    return table([row(*heads, header=True), *lines], widths)


def signatures(block: Signatures, sheet: Sheet) -> list[Element]:
    labels = [printed.SIGNER_ROLE, printed.SIGNER_NAME, printed.SIGNATURE, printed.SIGNED_ON]
    cells = [_value("signers", "role", "role"), _value("signers", "name", "name")]
    cells += [_value("signers", "signature", "signature"), _value("signers", "date", "date")]
    return [
        *(paragraph(run(one), style="Normal", keep_next=True) for one in sheet.each(block.statement)),
        *_only_on_counterparts(sheet),
        _repeated("signers", labels, cells, sheet.shares(4, 6, 7, 4), sheet, height_mm=_SIGNATURE_MM),
    ]


def _only_on_counterparts(sheet: Sheet) -> list[Element]:
    said = [paragraph(run(one), style="Note", keep_next=True) for one in sheet.each(printed.COUNTERPART)]
    return [paragraph(run("{%p if counterpart %}")), *said, paragraph(run("{%p endif %}"))]


def _statement(block: Rating, item: Option, widths: list[int], sheet: Sheet) -> Element:
    ticks = [
        cell(paragraph(box(f"{block.name}.{item.key}.{mark}", str(mark)), style="Mark"), width=width, middle=True)
        for mark, width in enumerate(widths[1:], 1)
    ]
    said = cell(sheet.label(item.words, "Answer"), width=widths[0], middle=True)
    return row(said, *ticks, height_mm=TICK_MM)


def _mark_head(mark: int, end: str) -> Element:
    said = [line_break(), run(end, size=7)] if end else []
    return paragraph(run(str(mark), bold=True), *said, style="Mark")


def _repeated(
    name: str, labels: list[Words], values: list[Element], widths: list[int], sheet: Sheet, *, height_mm: float
) -> Element:
    heads = [
        cell(sheet.label(one), width=width, shaded=True, middle=True) for one, width in zip(labels, widths, strict=True)
    ]
    cells = [cell(one, width=width, middle=True) for one, width in zip(values, widths, strict=True)]
    return table(
        [
            row(*heads, header=True),
            _order(f"{{%tr for row in {name} %}}", widths),
            row(*cells, height_mm=height_mm),
            _order("{%tr endfor %}", widths),
        ],
        widths,
    )


def _order(words: str, widths: list[int]) -> Element:
    return row(cell(paragraph(run(words)), width=sum(widths), span=len(widths)))


def _number() -> Element:
    return paragraph(run("{{ loop.index }}"), style="Mark")


def _value(name: str, column: str, title: str) -> Element:
    return paragraph(control(f"{name}[].{column}", title, run(f"{{{{ row.{column} }}}}")), style="Answer")
