"""Real photographs of paper, made by Pillow, and what people do with the card of their pages."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pillow_heif
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from simulator.watching import until

if TYPE_CHECKING:
    from simulator.persons import Person
    from simulator.views import View

#: Of a photo as Telegram keeps it.
SIZE = (960, 1280)
_ORIENTATION = 0x0112
_INK = 128


def a_page(number: int, *, size: tuple[int, int] = SIZE) -> Image.Image:
    """White paper on a dark table, full of lines, and above them as many squares as the number says."""
    picture = Image.new("RGB", size, "#4b3b2a")
    drawing, font = ImageDraw.Draw(picture), ImageFont.load_default(30)
    across, down = size
    drawing.rectangle((60, 60, across - 60, down - 60), fill="white")
    for left in range(140, 140 + number * 90, 90):
        drawing.rectangle((left, 110, left + 50, 210), fill="black")
    for line in range(260, down - 140, 52):
        drawing.text(
            (130, line), f"Line {line} of page {number} and what else is written here", fill="black", font=font
        )
    return picture


def jpeg(picture: Image.Image, *, orientation: int = 1) -> bytes:
    made, exif = BytesIO(), Image.Exif()
    exif[_ORIENTATION] = orientation
    picture.save(made, "JPEG", quality=85, exif=exif)
    return made.getvalue()


def heic(picture: Image.Image) -> bytes:
    made = BytesIO()
    pillow_heif.from_pillow(picture).save(made, quality=80)
    return made.getvalue()


def blurred(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(6))


def dark(picture: Image.Image) -> Image.Image:
    return picture.point(lambda level: level // 5)


async def sends_the_pages(person: Person, *, bulgarian: bool = False, after: View | None = None) -> View:
    """What was photographed goes to the mentor: one tap."""
    card = await person.sees("още не" if bulgarian else "not sent yet", after=after)
    await person.presses("Изпращане" if bulgarian else "📨 Send", on=card)
    return card


async def gets_a_pdf(person: Person, text: str, *, pages: int) -> View:
    """The card with this text comes to carry a PDF of so many pages."""

    def has_them(card: View) -> bool:
        return text in card.text and card.file is not None and _length(card.file.content) == pages

    assert await until(person.world, lambda: any(has_them(card) for card in person.messages()))
    return next(card for card in reversed(person.messages()) if has_them(card))


def _length(pdf: bytes | None) -> int:
    with pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)


def marks(pdf: bytes) -> list[int]:
    """How many squares stand at the top of each page: that tells which page it is, and that it is upright."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return [_marks(page.render(scale=1).to_pil().convert("L")) for page in opened]


def _marks(page: Image.Image) -> int:
    row = page.crop((0, page.height * 85 // 1000, page.width, page.height * 85 // 1000 + 1))
    ink = [level < _INK for level in row.tobytes()][page.width // 20 : -page.width // 20]
    return sum(now and not before for before, now in pairwise(ink))
