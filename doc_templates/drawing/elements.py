"""The pieces of WordprocessingML of which the forms are put together."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

#: lxml comes without types.
Element: TypeAlias = etree._Element  # noqa: SLF001 - it has no other name

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = {"w": W, "w14": W14, "r": R, "wp": WP, "a": A, "pic": PIC, "mc": MC}

#: One calm colour, dark enough to be read when it is printed grey; the shade of the labels; the lines.
ACCENT, SHADE, RULE = "1F4E5F", "EAF0F2", "7A8F97"
BOX, TICKED = "☐", "☒"
TICK_FONT = "Segoe UI Symbol"
#: A twentieth of a point.
TWIPS_IN_MM = 1440 / 25.4
TWIPS_IN_POINT = 20

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str, /, *children: Element, **values: object) -> Element:
    """An element and its attributes, all of Word's own namespace."""
    made = etree.Element(f"{{{W}}}{name}", {f"{{{W}}}{key}": str(value) for key, value in values.items()}, NAMESPACES)
    made.extend(children)
    return made


def twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_IN_MM)


def text(words: str) -> Element:
    made = w("t")
    made.text = words
    made.set(_XML_SPACE, "preserve")
    return made


def run(words: str, *, style: str | None = None, bold: bool = False, size: float | None = None) -> Element:
    """`style` is a character style, `size` in points."""
    looks = [w("rStyle", val=style)] if style else []
    looks += [w("b"), w("bCs")] if bold else []
    looks += [w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))] if size else []
    return w("r", *([w("rPr", *looks)] if looks else []), text(words))


def tab() -> Element:
    return w("r", w("tab"))


def line_break() -> Element:
    return w("r", w("br"))


def paragraph(*runs: Element, style: str | None = None, keep_next: bool = False, break_before: bool = False) -> Element:
    looks = [w("pStyle", val=style)] if style else []
    looks += [w("keepNext")] if keep_next else []
    looks += [w("pageBreakBefore")] if break_before else []
    return w("p", *([w("pPr", *looks)] if looks else []), *runs)


def control(tag: str, title: str, *runs: Element) -> Element:
    """What people type here is read back by `tag`. Rich text: LibreOffice spoils controls for plain text."""
    about = w("sdtPr", w("alias", val=title[:64]), w("tag", val=tag))
    return w("sdt", about, w("sdtContent", *runs))


def box(tag: str, title: str) -> Element:
    """A box to tick, by a pen or by a finger."""
    state = etree.Element(f"{{{W14}}}checkbox", None, NAMESPACES)
    for name, values in (
        ("checked", {"val": "0"}),
        ("checkedState", {"val": f"{ord(TICKED):04X}", "font": TICK_FONT}),
        ("uncheckedState", {"val": f"{ord(BOX):04X}", "font": TICK_FONT}),
    ):
        etree.SubElement(state, f"{{{W14}}}{name}", {f"{{{W14}}}{key}": value for key, value in values.items()})
    about = w("sdtPr", w("alias", val=title[:64]), w("tag", val=tag), state)
    return w("sdt", about, w("sdtContent", run(BOX, style="Tick")))


def field(code: str) -> list[Element]:
    """Counted by Word: PAGE, NUMPAGES."""
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", _instruction(f" {code} ")),
        w("r", w("fldChar", fldCharType="separate")),
        run("1"),
        w("r", w("fldChar", fldCharType="end")),
    ]


def _instruction(code: str) -> Element:
    made = w("instrText")
    made.text = code
    made.set(_XML_SPACE, "preserve")
    return made


def cell(
    *content: Element, width: int, shaded: bool = False, span: int = 1, middle: bool = False, bordered: bool = True
) -> Element:
    about = w("tcPr", w("tcW", w=width, type="dxa"))
    if span > 1:
        about.append(w("gridSpan", val=span))
    if not bordered:
        about.append(w("tcBorders", *(w(side, val="nil") for side in ("top", "left", "bottom", "right"))))
    if shaded:
        about.append(w("shd", val="clear", color="auto", fill=SHADE))
    if middle:
        about.append(w("vAlign", val="center"))
    return w("tc", about, *content)


def row(*cells: Element, height_mm: float = 0, header: bool = False) -> Element:
    """Never broken over two pages."""
    about = w("trPr", w("cantSplit"))
    if height_mm:
        about.append(w("trHeight", val=twips(height_mm), hRule="atLeast"))
    if header:
        about.append(w("tblHeader"))
    return w("tr", about, *cells)


def table(rows: list[Element], widths: list[int], *, style: str = "FormTable", title: str = "") -> Element:
    about = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    if title:
        about.append(w("tblCaption", val=title))
    return w("tbl", about, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)
