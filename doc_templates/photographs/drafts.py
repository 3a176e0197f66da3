"""What somebody sees of their photographs before they send them: all pages in one small picture, with their numbers."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from doc_templates import pdfs
from doc_templates.photographs.joining import join
from doc_templates.photographs.pages import as_jpeg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from doc_templates.orders import PageToJoin

PREVIEW_BYTES = 100_000
_LONGEST = 1280
_GAP, _LABEL = 12, 72
_BEHIND, _MARK, _INK = "#d1d5db", "#1d4ed8", "#ffffff"
#: From what is best to what is small: longest side and quality.
_WAYS = ((_LONGEST, 75), (_LONGEST, 60), (1120, 55), (960, 50), (800, 45), (640, 40), (480, 30))


def join_draft(pages: Sequence[PageToJoin], into: Path, shown: Path) -> int:
    """How many pages the PDF has. Raises Unreadable, TooMuch, Locked."""
    joined = join(pages, into, shown)
    shown.write_bytes(_fitting(_sheet(into, joined.pages)))
    return joined.pages


def _sheet(pdf: Path, count: int) -> Image.Image:
    if count == 1:
        return next(pdfs.pictures(pdf, longest=_LONGEST)).convert("RGB")
    columns = ceil(sqrt(count))
    pages = [page.convert("RGB") for page in pdfs.pictures(pdf, longest=_LONGEST // columns)]
    across, down = max(page.width for page in pages) + _GAP, max(page.height for page in pages) + _GAP
    rows = ceil(len(pages) / columns)
    sheet = Image.new("RGB", (columns * across + _GAP, rows * down + _GAP), _BEHIND)
    for number, page in enumerate(pages):
        corner = (_GAP + (number % columns) * across, _GAP + (number // columns) * down)
        sheet.paste(page, corner)
        _number(sheet, str(number + 1), *corner)
    return sheet


def _number(sheet: Image.Image, text: str, left: int, top: int) -> None:
    drawing, font = ImageDraw.Draw(sheet), ImageFont.load_default(_LABEL * 0.7)
    drawing.rounded_rectangle((left, top, left + _LABEL, top + _LABEL), radius=8, fill=_MARK)
    drawing.text((left + _LABEL / 2, top + _LABEL / 2), text, fill=_INK, font=font, anchor="mm")


def _fitting(picture: Image.Image) -> bytes:
    for longest, quality in _WAYS:
        made = as_jpeg(picture, longest=longest, quality=quality)
        if len(made) <= PREVIEW_BYTES:
            return made
    return made
