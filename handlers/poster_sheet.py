"""A poster as a sheet of A4 paper, drawn when it is sent: a big code to scan, and what to do in three steps."""

from __future__ import annotations

import html
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PLAIN, _BOLD = "Poster", "Poster-Bold"
_INK, _GREY, _ACCENT = "#1c1c1e", "#6b7280", "#0b5cad"
_WIDTH, _HEIGHT, _MARGIN = 595.28, 841.89, 48.0
_GAP = 28.0
#: Points: more than ten centimetres, which a phone reads from a metre away; two languages need more room below.
_ONE_LANGUAGE, _TWO_LANGUAGES = 330.0, 270.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """What is said in one language."""

    for_whom: str
    steps: tuple[str, ...]
    without_camera: str
    install: str
    until: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """`link` is what the square holds, `address` and `code` what can be typed instead. A block for each language."""

    heading: str
    title: str
    link: str
    address: str
    code: str
    blocks: tuple[Block, ...]


def drawn(sheet: Sheet) -> bytes:
    """A PDF of one page with its fonts in it."""
    from reportlab.pdfgen.canvas import Canvas

    known = _fonts()
    file = io.BytesIO()
    page = Canvas(file, pagesize=(_WIDTH, _HEIGHT), invariant=True)
    page.setTitle(_shown(sheet.title, known))
    y = _head(page, sheet, known)
    y = _square(page, sheet.link, y, side=_ONE_LANGUAGE if len(sheet.blocks) == 1 else _TWO_LANGUAGES)
    y = _typed(page, sheet, known, y)
    _blocks(page, sheet.blocks, known, y)
    page.save()
    return file.getvalue()


def _fonts() -> frozenset[int]:
    """Makes the fonts known to reportlab; the characters that they have."""
    import font_roboto
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, path in ((_PLAIN, font_roboto.Roboto), (_BOLD, font_roboto.RobotoBold)):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, path))
    return frozenset(pdfmetrics.getFont(_BOLD).face.charToGlyph)


def _shown(text: str, known: frozenset[int]) -> str:
    """Without what would be printed as an empty box."""
    return " ".join("".join(char for char in text if ord(char) in known).split())


def _head(page: Any, sheet: Sheet, known: frozenset[int]) -> float:
    whom = " · ".join(dict.fromkeys(block.for_whom for block in sheet.blocks))
    y = _HEIGHT - _MARGIN
    y = _centred(page, _shown(sheet.heading, known), y, size=14, colour=_GREY)
    y = _centred(page, _shown(sheet.title, known) or sheet.code, y - 8, size=40, font=_BOLD)
    return _centred(page, _shown(whom, known), y - 4, size=20, colour=_ACCENT) - 14


def _square(page: Any, link: str, y: float, *, side: float) -> float:
    """As rectangles, so that it is sharp in any size; it also opens with a tap where the sheet is read on a screen."""
    import segno

    rows = [*segno.make_qr(link, error="q").matrix]
    cell, left = side / len(rows), (_WIDTH - side) / 2
    page.setFillColor("#000000")
    for down, start, length in _runs(rows):
        page.rect(left + start * cell, y - (down + 1) * cell, length * cell + 0.1, cell + 0.1, stroke=0, fill=1)
    page.linkURL(link, (left, y - side, left + side, y))
    return y - side - 18


def _runs(rows: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, int]]:
    """Dark cells that touch each other, as (row, first column, how many): hair lines would show between single ones."""
    for down, row in enumerate(rows):
        start = 0
        for column, dark in enumerate([*row, 0]):
            if not dark:
                if column > start:
                    yield down, start, column - start
                start = column + 1


def _typed(page: Any, sheet: Sheet, known: frozenset[int], y: float) -> float:
    for block in sheet.blocks:
        y = _centred(page, _shown(block.without_camera, known), y, size=12, colour=_GREY) - 2
    y = _centred(page, sheet.address, y - 4, size=15) - 4
    return _centred(page, sheet.code, y, size=28, font=_BOLD, colour=_ACCENT) - 16


def _blocks(page: Any, blocks: Sequence[Block], known: frozenset[int], y: float) -> None:
    """Side by side, each in its column."""
    width = (_WIDTH - 2 * _MARGIN - _GAP * (len(blocks) - 1)) / len(blocks)
    for number, block in enumerate(blocks):
        _block(page, block, known, (_MARGIN + number * (width + _GAP), y, width))


def _block(page: Any, block: Block, known: frozenset[int], place: tuple[float, float, float]) -> None:
    left, y, width = place
    size = 17.0 if width > _WIDTH / 2 else 13.5
    for number, step in enumerate(block.steps, start=1):
        page.setFillColor(_ACCENT)
        page.setFont(_BOLD, size + 3)
        page.drawString(left, y - size, f"{number}")
        y -= _paragraph(page, _shown(step, known), (left + 24, y, width - 24), size=size) + 8
    y -= 6
    y -= _paragraph(page, _shown(block.until, known), (left, y, width), size=size, font=_BOLD) + 4
    _paragraph(page, _shown(block.install, known), (left, y, width), size=10.5, colour=_GREY)


def _paragraph(
    page: Any, text: str, place: tuple[float, float, float], *, size: float, font: str = _PLAIN, colour: str = _INK
) -> float:
    """How high it became."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    left, y, width = place
    style = ParagraphStyle("words", fontName=font, fontSize=size, leading=size * 1.3, textColor=colour)
    paragraph = Paragraph(html.escape(text), style)
    _, height = paragraph.wrap(width, _HEIGHT)
    paragraph.drawOn(page, left, y - height)
    return float(height)


def _centred(page: Any, text: str, y: float, *, size: float, font: str = _PLAIN, colour: str = _INK) -> float:
    """One line, smaller or cut where it would not fit; the height below it."""
    wide = page.stringWidth(text, font, size)
    size = max(size * 0.5, size * min(1.0, (_WIDTH - 2 * _MARGIN) / max(wide, 1.0)))
    while text and page.stringWidth(text, font, size) > _WIDTH - 2 * _MARGIN:
        text = text[:-2] + "…"
    page.setFillColor(colour)
    page.setFont(font, size)
    page.drawCentredString(_WIDTH / 2, y - size, text)
    return y - size * 1.25
