"""Evidence packs, made in a process apart: the index as Word and Excel files, and ZIPs that grow file by file."""

from __future__ import annotations

import re
from math import ceil
from shutil import copyfileobj
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import docx
import xlsxwriter
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt, RGBColor

from doc_templates.drawing.elements import ACCENT, RULE, cell, field, paragraph, row, run, table, twips, w
from doc_templates.drawing.looks import FONT

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as Page
    from lxml import etree

    from doc_templates.orders import PlacedFile
    from mentoring.packs import Index, Table

_LONG_MM, _SHORT_MM, _MARGIN_MM = 297, 210, 14
_SMALL = 8.5
#: Its contents are packed tightly already.
_TIGHT = (".pdf", ".jpg", ".jpeg", ".png", ".heic", ".webp", ".docx", ".xlsx", ".pptx", ".odt")
#: What no XML may hold.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECE = 256 * 1024
_INDENT = 108
#: Characters; what is longer is wrapped. Points; a line of them.
_WIDEST, _LINE = 60, 15
_A4 = 9


def add_files(volume: Path, files: tuple[PlacedFile, ...]) -> tuple[str, ...]:
    """The places of those that are not to be had. What is there already stays; no file is held in memory."""
    gone = []
    with ZipFile(volume, "a", allowZip64=False) as packed:
        for file in files:
            try:
                _add(packed, file)
            except FileNotFoundError:
                gone.append(file.place)
    return tuple(gone)


def _add(packed: ZipFile, file: PlacedFile) -> None:
    with file.source.open("rb") as content:
        about = ZipInfo.from_file(file.source, file.place, strict_timestamps=False)
        about.compress_type = ZIP_STORED if file.place.lower().endswith(_TIGHT) else ZIP_DEFLATED
        about.external_attr = 0o644 << 16
        with packed.open(about, "w") as out:
            copyfileobj(content, out, _PIECE)


def write_index(index: Index, word: Path, excel: Path) -> int:
    """How many rows there are."""
    _write_word(index, word)
    _write_excel(index, excel)
    return sum(len(one.rows) for one in index.tables)


def _write_word(index: Index, file: Path) -> None:
    page = docx.Document()
    _set_up(page)
    page.add_paragraph(_written(index.title), style="Title")
    for line in index.lines:
        page.add_paragraph(_written(line))
    for one in index.tables:
        page.add_heading(f"{_written(one.name)} ({len(one.rows)})", level=1)
        if one.rows:
            page.element.body.insert_element_before(_drawn(one), "w:sectPr")
    page.save(str(file))


def _set_up(page: Page) -> None:
    section = page.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(_LONG_MM), Mm(_SHORT_MM)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    section.footer.paragraphs[0]._p.extend([*field("PAGE"), run(" / "), *field("NUMPAGES")])  # noqa: SLF001
    for name, points in (("Normal", 10), ("Title", 18), ("Heading 1", 12)):
        looks = page.styles[name]
        looks.font.name, looks.font.size = FONT, Pt(points)
        _rename_fonts(looks.element, FONT)
        looks.paragraph_format.space_after = Pt(3)
        if name != "Normal":
            looks.font.bold, looks.font.color.rgb = True, RGBColor.from_string(ACCENT)
    _colour_lines(page.styles["Title"].element, ACCENT)
    _colour_lines(page.styles["Table Grid"].element, RULE)


def _colour_lines(style: Any, colour: str) -> None:
    """Those around and between, whatever the theme says."""
    for lines in [*style.iter("{*}pBdr"), *style.iter("{*}tblBorders")]:
        for line in lines:
            for name in [name for name in line.attrib if "theme" in name]:
                del line.attrib[name]
            line.set(line.tag.rpartition("}")[0] + "}color", colour)


def _rename_fonts(style: Any, font: str) -> None:
    """The theme's fonts would go before the one that is named."""
    for fonts in style.iter("{*}rFonts"):
        for name in [name for name in fonts.attrib if "Theme" in name]:
            del fonts.attrib[name]
        for name in ("eastAsia", "cs"):
            fonts.set(fonts.tag.replace("rFonts", name), font)


def _drawn(one: Table) -> etree._Element:
    """As its own element: a cell at a time, python-docx takes seconds for a long table."""
    room = twips(_LONG_MM - 2 * _MARGIN_MM)
    widths = [room * share // sum(one.widths) for share in one.widths]
    head = row(*_cells(one.head, widths, head=True), header=True)
    lines = [row(*_cells(line, widths, head=False)) for line in one.rows]
    made = table([head, *lines], widths, style="TableGrid", title=_written(one.name))
    # Word sets the words of a table in line with the text around it, and its border outside of that.
    next(made.iter("{*}tblW")).addnext(w("tblInd", w=_INDENT, type="dxa"))
    return made


def _cells(words: tuple[str, ...], widths: list[int], *, head: bool) -> list[etree._Element]:
    return [
        cell(paragraph(run(_written(text), bold=head, size=_SMALL)), width=width, shaded=head)
        for text, width in zip(words, widths, strict=True)
    ]


def _write_excel(index: Index, file: Path) -> None:
    """Everything as words: what begins like a formula is none."""
    with xlsxwriter.Workbook(str(file), {"constant_memory": True}) as book:
        looks = {"font_name": FONT, "font_size": 10, "border": 1, "border_color": "#B8C4C8", "valign": "top"}
        bold = book.add_format({**looks, "bold": True, "bg_color": "#EAF0F2", "font_color": f"#{ACCENT}"})
        plain = book.add_format({**looks, "text_wrap": True})
        for number, one in enumerate(index.tables, 1):
            sheet = book.add_worksheet(_sheet_name(one.name, number))
            sheet.set_header(f"&L{_for_header(index.title)}&R&A")
            _write_sheet(sheet, one, bold, plain)


def _for_header(text: str) -> str:
    """An ampersand would begin an order there."""
    return _written(text).replace("&", "&&")[:200]


def _write_sheet(sheet: Any, one: Table, bold: Any, plain: Any) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    sheet.set_footer("&R&P / &N")
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    widths = _wide_enough(one)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for at, line in enumerate((one.head, *one.rows)):
        # Not every program finds out by itself how high a row with several lines has to be.
        sheet.set_row(
            at, _LINE * max(ceil(len(text) / width) for text, width in zip(line, widths, strict=True)) or _LINE
        )
        for column, text in enumerate(line):
            sheet.write_string(at, column, _written(text), plain if at else bold)
    sheet.autofilter(0, 0, len(one.rows), len(one.head) - 1)


def _wide_enough(one: Table) -> list[int]:
    """In characters, for what stands in each column and the arrow beside its head."""
    columns = zip(one.head, *one.rows, strict=True)
    return [min(max(len(head) + 4, *(len(text) + 1 for text in texts), 6), _WIDEST) for head, *texts in columns]


def _sheet_name(name: str, number: int) -> str:
    """Excel takes 31 characters, and none of these."""
    return re.sub(r"[\[\]:*?/\\']", " ", _written(name)).strip()[:31] or str(number)


def _written(text: str) -> str:
    return _UNWRITABLE.sub("", text)
