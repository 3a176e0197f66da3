"""The tables of a Word file as squares: merged cells say what they say in each square that they cover."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from doc_templates.drawing.elements import NAMESPACES, W
from doc_templates.reading_text import answer_in, cells_of, rows_of, seen, tag_of, text_of
from mentoring.plan_rows import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.drawing.elements import Element

#: Cells say how far they stretch; more than this is nobody's table.
_WIDEST = 100
_OFF = {"0", "false", "off", "none"}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f"), " ")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_PICTURES = f".//{{{W}}}drawing", f".//{{{W}}}pict", f".//{{{W}}}object"


@dataclass(frozen=True, kw_only=True, slots=True)
class Square:
    """`tag` is that of our own control in it. What is merged with the square above or to the left says so."""

    written: Written = field(default_factory=Written)
    tag: str = ""
    as_above: bool = False
    as_left: bool = False


Grid: TypeAlias = list[list[Square]]


def grids(body: Element) -> list[Grid]:
    """Rows that were deleted are gone; rows of different lengths are filled up."""
    return [grid for table in seen(body, "tbl") if (grid := _grid(table))]


def turned(grid: Grid) -> Grid:
    """With its columns as rows; nothing is known of merged cells then."""
    return [[replace(one, as_above=False, as_left=False) for one in column] for column in zip(*grid, strict=True)]


def pictures(element: Element) -> int:
    return sum(1 for path in _PICTURES for _ in element.iterfind(path))


def without_prompts(body: Element) -> None:
    """What only asks to be typed over, and what nobody sees, is no answer. Changes the tree."""
    asking = (one for one in body.iter(f"{{{W}}}sdt") if one.find("w:sdtPr/w:showingPlcHdr", NAMESPACES) is not None)
    for control in list(asking):
        _silence(control)
    for run in [one for one in body.iter(f"{{{W}}}r") if _is(one, "vanish")]:
        _silence(run)


def _grid(table: Element) -> Grid:
    rows: Grid = []
    for row in rows_of(table):
        if row.find("w:trPr/w:del", NAMESPACES) is None:
            rows.append(list(_squares(row, rows[-1] if rows else [])))
    widest = max(map(len, rows), default=0)
    return [[*row, *[Square()] * (widest - len(row))] for row in rows]


def _squares(row: Element, above: list[Square]) -> Iterator[Square]:
    place = _number(row, "trPr/gridBefore", usual=0)
    yield from [Square()] * place
    for cell in cells_of(row):
        square = _square(cell)
        if square.as_above and place < len(above):
            square = replace(square, written=above[place].written, tag=above[place].tag)
        yield square
        span = _number(cell, "tcPr/gridSpan", usual=1)
        yield from [replace(square, as_left=True)] * (span - 1)
        place += span


def _square(cell: Element) -> Square:
    if cell.find("w:tcPr/w:cellDel", NAMESPACES) is not None:
        return Square()
    merged = cell.find("w:tcPr/w:vMerge", NAMESPACES)
    as_above = merged is not None and merged.get(f"{{{W}}}val", "continue") == "continue"
    tags = [tag for one in seen(cell, "sdt") if (tag := tag_of(one))]
    return Square(written=_written(cell), tag=tags[0] if len(tags) == 1 else "", as_above=as_above)


def _written(cell: Element) -> Written:
    crossed = [run for run in seen(cell, "r") if _is(run, "strike") or _is(run, "dstrike")]
    struck = " ".join(text_of(run) for run in crossed)
    for run in crossed:
        _silence(run)
    return Written(text=_tidy(answer_in(cell)), struck=_tidy(struck), picture=pictures(cell) > 0)


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.translate(_SPACES).translate(_UNSEEN).split("\n"))
    return "\n".join(line for line in lines if line)


def _is(run: Element, look: str) -> bool:
    found = run.find(f"w:rPr/w:{look}", NAMESPACES)
    return found is not None and found.get(f"{{{W}}}val", "1") not in _OFF


def _silence(element: Element) -> None:
    for text in list(element.iter(f"{{{W}}}t")):
        text.text = ""


def _number(element: Element, path: str, *, usual: int) -> int:
    found = element.find("/".join(f"w:{part}" for part in path.split("/")), NAMESPACES)
    said = "" if found is None else str(found.get(f"{{{W}}}val", ""))
    return min(int(said), _WIDEST) if said.isdecimal() else usual
