"""How everything looks, as Word's styles: whoever changes a style in Word changes the whole form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.drawing.elements import ACCENT, RULE, TICK_FONT, TWIPS_IN_POINT, w
from mentoring.papers import PaperLanguage

if TYPE_CHECKING:
    from doc_templates.drawing.elements import Element

#: On every Windows and Mac; LibreOffice and Android put letters of the same width in its place.
FONT = "Arial"
LOCALES = {PaperLanguage.EN: "en-GB", PaperLanguage.BG: "bg-BG", PaperLanguage.BOTH: "bg-BG"}
_DARK, _QUIET = "1A1A1A", "44525A"


def styles(language: PaperLanguage) -> Element:
    return w("styles", _defaults(LOCALES[language]), *_paragraph_styles(), *_character_styles(), *_table_styles())


def _defaults(locale: str) -> Element:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)
    run_looks = w("rPr", fonts, *_size(10), w("lang", val=locale, eastAsia=locale, bidi="ar-SA"))
    return w("docDefaults", w("rPrDefault", run_looks), w("pPrDefault", w("pPr", _spacing(after=0))))


def _paragraph_styles() -> list[Element]:
    left = [w("ind", left=567, hanging=567)]
    return [
        _style("Normal", "Normal", [_spacing(after=4, line=1.08)], [w("color", val=_DARK)]),
        _style(
            "Title",
            "Title",
            [w("keepNext"), _spacing(before=2, after=4)],
            [*_bold(), w("color", val=ACCENT), *_size(18)],
        ),
        _heading(1, 12),
        _heading(2, 10.5),
        _style("Intro", "Intro", [_spacing(after=6, line=1.08)], [w("color", val=_QUIET)]),
        _style("Restricted", "Restricted", [_restricted_border(), _spacing(after=5)], [*_bold(), *_size(9)]),
        _style("Note", "Note", [_spacing(before=1, after=4)], [w("i"), w("iCs"), *_size(9)]),
        _style("Clause", "Clause", [w("tabs", w("tab", val="left", pos=567)), _spacing(after=3, line=1.05), *left], []),
        _style("Label", "Label", [_spacing(before=1.5, after=1.5)], [w("color", val=_DARK), *_size(9)]),
        _style("Answer", "Answer", [_spacing(before=1.5, after=1.5)], []),
        _style("Options", "Options", [_spacing(before=2, after=2, line=1.25)], [*_size(9.5)]),
        _style("Mark", "Mark", [_spacing(before=1, after=1), w("jc", val="center")], [*_size(9)]),
        _style("Gap", "Gap", [_spacing(exactly=5)], [*_size(2)]),
        _style("Header", "header", [_spacing(after=0)], [w("color", val=_QUIET), *_size(8)]),
        _style("Footer", "footer", [_spacing(after=1)], [w("color", val=_QUIET), *_size(8)]),
    ]


def _character_styles() -> list[Element]:
    symbols = w("rFonts", ascii=TICK_FONT, hAnsi=TICK_FONT, cs=TICK_FONT, eastAsia=TICK_FONT)
    return [
        _style("Code", "Code", None, [w("color", val=RULE)], kind="character"),
        _style("Tick", "Tick", None, [symbols, *_size(12)], kind="character"),
        _style("SecondLanguage", "Second Language", None, [w("i"), w("iCs"), w("color", val=_QUIET)], kind="character"),
        _style("PlaceholderText", "Placeholder Text", None, [w("color", val="808080")], kind="character"),
    ]


def _table_styles() -> list[Element]:
    lines = [_border(side, RULE) for side in ("top", "left", "bottom", "right", "insideH", "insideV")]
    between = [_border("insideH", "D0D8DB"), _border("insideV", RULE)]
    return [
        _table_style("TableNormal", "Normal Table", []),
        _table_style("FormTable", "Form Table", lines),
        _table_style("FrameTable", "Frame Table", []),
        _table_style("TwoLanguages", "Two Languages", between),
    ]


def _heading(level: int, points: float) -> Element:
    about = [w("keepNext"), w("keepLines"), _spacing(before=8, after=4), w("outlineLvl", val=level - 1)]
    return _style(f"Heading{level}", f"heading {level}", about, [*_bold(), w("color", val=ACCENT), *_size(points)])


def _style(
    key: str, name: str, about: list[Element] | None, looks: list[Element], *, kind: str = "paragraph"
) -> Element:
    made = w("style", w("name", val=name), type=kind, styleId=key)
    if key == "Normal":
        made.set(made.tag.replace("style", "default"), "1")
    elif kind == "paragraph":
        made.append(w("basedOn", val="Normal"))
    made.append(w("qFormat"))
    if about:
        made.append(w("pPr", *about))
    if looks:
        made.append(w("rPr", *looks))
    return made


def _table_style(key: str, name: str, borders: list[Element]) -> Element:
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in _CELL_MARGINS.items()))
    about = [w("tblBorders", *borders)] if borders else []
    made = w("style", w("name", val=name), type="table", styleId=key)
    if key == "TableNormal":
        made.set(made.tag.replace("style", "default"), "1")
    else:
        made.append(w("basedOn", val="TableNormal"))
    made.append(w("tblPr", w("tblInd", w=0, type="dxa"), *about, margins))
    return made


_CELL_MARGINS = {"top": 15, "left": 85, "bottom": 15, "right": 85}


def _spacing(*, before: float = 0, after: float = 0, line: float = 1, exactly: float = 0) -> Element:
    """In points, the line as a multiple."""
    height = (
        {"line": round(exactly * TWIPS_IN_POINT), "lineRule": "exact"}
        if exactly
        else {"line": round(line * 240), "lineRule": "auto"}
    )
    return w("spacing", before=round(before * TWIPS_IN_POINT), after=round(after * TWIPS_IN_POINT), **height)


def _restricted_border() -> Element:
    return w("pBdr", w("left", val="single", sz=18, space=6, color=ACCENT))


def _border(side: str, colour: str) -> Element:
    return w(side, val="single", sz=4, space=0, color=colour)


def _bold() -> list[Element]:
    return [w("b"), w("bCs")]


def _size(points: float) -> list[Element]:
    return [w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))]
