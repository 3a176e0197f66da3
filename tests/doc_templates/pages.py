"""Pages like those of the kit, with the code in the footer where the kit prints it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import segno
from PIL import Image, ImageDraw, ImageFont

from mentoring.record_ids import RecordId, qr_text, shown

if TYPE_CHECKING:
    from tests.doc_templates.camera import Picture

DPI = 250
A4 = (210.0, 297.0)
#: As the footer of the kit has it: millimetres with its quiet zone, version and error correction.
QR_SIDE, QR_VERSION, QR_ERROR, QR_QUIET = 20.0, 1, "m", 2


def dots(millimetres: float) -> int:
    return round(millimetres / 25.4 * DPI)


def page(code: str, record_id: RecordId, *, lines: int = 30, qr: bool = True) -> Picture:
    """A grey A4 page with a heading, a table, words, two signatures and the footer."""
    sheet = Image.new("L", (dots(A4[0]), dots(A4[1])), 250)
    drawing = ImageDraw.Draw(sheet)
    drawing.text((dots(22), dots(18)), f"{code}  Договор за наставничество", font=_font(7), fill=20)
    for number in range(lines):
        words = f"{number + 1}. Менторът и менторстваният се договарят за сътрудничество · agreement {number * 37 % 91}"
        drawing.text((dots(22), dots(36 + number * 6)), words, font=_font(3.2), fill=30)
    _table(drawing, top=36 + lines * 6 + 2)
    _signatures(drawing)
    drawing.text((dots(50), dots(282)), f"Стр. 1 от 2 · № {shown(record_id)}", font=_font(3), fill=60)
    if qr:
        sheet.paste(qr_picture(qr_text(code, record_id)), (dots(22), dots(270)))
    return np.asarray(sheet)


def qr_picture(text: str) -> Image.Image:
    made = segno.make(text, version=QR_VERSION, error=QR_ERROR, boost_error=False, micro=False)
    modules = np.array([list(row) for row in made.matrix_iter(border=QR_QUIET)], np.uint8)
    side = dots(QR_SIDE)
    return Image.fromarray(np.where(modules, 0, 255).astype(np.uint8)).resize((side, side), Image.Resampling.NEAREST)


def _table(drawing: ImageDraw.ImageDraw, *, top: float) -> None:
    for row in range(4):
        drawing.line((dots(22), dots(top + row * 6), dots(188), dots(top + row * 6)), fill=40, width=3)
    for column in (22, 70, 130, 188):
        drawing.line((dots(column), dots(top), dots(column), dots(top + 18)), fill=40, width=3)


def _signatures(drawing: ImageDraw.ImageDraw) -> None:
    for left in (40, 120):
        curve = [(dots(left + step), dots(258 + 5 * np.sin(step * 0.9) * np.cos(step * 0.2))) for step in range(40)]
        drawing.line(curve, fill=70, width=6)


@cache
def _font(millimetres: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype("DejaVuSans.ttf", dots(millimetres))
