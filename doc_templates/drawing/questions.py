"""Labels with room to answer, and boxes to tick."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from doc_templates.drawing.elements import box, cell, control, paragraph, row, run, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.drawing.elements import Element
    from doc_templates.drawing.sheet import Sheet
    from doc_templates.forms.vocabulary import Answer, Choice, Option

#: What a hand needs to write a line in, and to tick a box.
LINE_MM, TICK_MM = 8.0, 7.0
#: Labels of at most so many characters stand two in a row; longer ones than the second stand above their answer.
_SHORT, _LONG = 22, 46
_NARROW, _WIDE = (3, 5, 3, 5), (2, 3)
_GAP = "   "


def answers(block: Sequence[Answer], sheet: Sheet) -> Iterator[Element]:
    """Neighbours of one line each share a table."""
    lines: list[tuple[Answer, ...]] = []
    for answer in block:
        pair = lines[-1] if lines else ()
        if len(pair) == 1 and _fits_beside(pair[0], sheet) and _fits_beside(answer, sheet):
            lines[-1] = (*pair, answer)
        else:
            lines.append((answer,))
    starts = [0, *(place for place, (one, two) in enumerate(pairwise(lines), 1) if len(one) != len(two)), len(lines)]
    for begin, end in pairwise(starts):
        shares = _NARROW if len(lines[begin]) > 1 else _WIDE
        yield table([_line(group, sheet.shares(*shares), sheet) for group in lines[begin:end]], sheet.shares(*shares))


def long_answer(answer: Answer, sheet: Sheet) -> Element:
    label = row(cell(_kept(sheet.label(answer.label)), width=sheet.width, shaded=True))
    room = row(cell(_room(answer, sheet), width=sheet.width), height_mm=LINE_MM * answer.lines)
    return table([label, room], [sheet.width])


def choice(block: Choice, sheet: Sheet) -> Element:
    options = paragraph(*_options(block, sheet), style="Options")
    if len(sheet.say(block.label)) > _LONG:
        label = row(cell(_kept(sheet.label(block.label)), width=sheet.width, shaded=True))
        return table([label, row(cell(options, width=sheet.width, middle=True), height_mm=LINE_MM)], [sheet.width])
    widths = sheet.shares(*_WIDE)
    label_cell = cell(sheet.label(block.label), width=widths[0], shaded=True, middle=True)
    return table([row(label_cell, cell(options, width=widths[1], middle=True), height_mm=LINE_MM)], widths)


def is_short(answer: Answer, sheet: Sheet) -> bool:
    return answer.lines == 1 and len(sheet.say(answer.label)) <= _LONG + 12


def _fits_beside(answer: Answer, sheet: Sheet) -> bool:
    return len(sheet.say(answer.label)) <= _SHORT


def _line(group: Sequence[Answer], widths: list[int], sheet: Sheet) -> Element:
    cells = []
    for place, answer in enumerate(group):
        label, room = widths[place * 2 : place * 2 + 2]
        cells += [cell(sheet.label(answer.label), width=label, shaded=True, middle=True)]
        cells += [cell(_room(answer, sheet), width=room, middle=True)]
    return row(*cells, height_mm=LINE_MM)


def _room(answer: Answer, sheet: Sheet) -> Element:
    return paragraph(control(answer.name, sheet.say(answer.label), run(f"{{{{ {answer.name} }}}}")), style="Answer")


def _options(block: Choice, sheet: Sheet) -> Iterator[Element]:
    """A box and its words stay on one line where they are short."""
    for place, option in enumerate(block.options):
        yield box(f"{block.name}.{option.key}", sheet.say(option.words))
        yield run("\u00a0" + _unbroken(option, sheet) + (_GAP if place + 1 < len(block.options) else ""))


def _unbroken(option: Option, sheet: Sheet) -> str:
    words = sheet.say(option.words)
    return words.replace(" ", "\u00a0") if len(words) <= _LONG else words


def _kept(label: Element) -> Element:
    """On the page of what follows it."""
    from doc_templates.drawing.elements import w

    about = label[0]
    about.insert(1, w("keepNext"))
    return label
