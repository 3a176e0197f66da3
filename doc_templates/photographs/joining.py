"""Joins pages, photographed or already PDF, to one PDF that fits into a message and is read on paper of A4."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import img2pdf
import pikepdf
from PIL import Image

from doc_templates import pdfs
from doc_templates.kinds import is_pdf
from doc_templates.photographs.pages import LONGEST, SHORTEST, as_jpeg, page_of
from doc_templates.photographs.previews import preview

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from doc_templates.orders import PageToJoin

BUDGET_BYTES = 5_000_000
_A4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
#: For the structure of the PDF itself.
_KEPT_BACK = 0.97
#: From what is best to what is small: longest side and quality.
_WAYS = ((LONGEST, 82), (LONGEST, 70), (1900, 70), (1900, 58), (SHORTEST, 58), (SHORTEST, 42))


@dataclass(frozen=True, kw_only=True, slots=True)
class Joined:
    """`size` in bytes."""

    pages: int
    size: int


def join(pages: Sequence[PageToJoin], into: Path, shown: Path, budget: int = BUDGET_BYTES) -> Joined:
    """`shown` becomes a picture of the first page. Raises Unreadable, TooMuch, Locked."""
    share = round(budget * _KEPT_BACK / max(1, len(pages)))
    with pikepdf.new() as joined:
        for page in pages:
            for part in _parts(page, share):
                with pikepdf.open(BytesIO(part)) as opened:
                    joined.pages.extend(opened.pages)
        joined.save(into, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        count = len(joined.pages)
    preview(into, shown)
    return Joined(pages=count, size=into.stat().st_size)


def _parts(page: PageToJoin, share: int) -> Iterator[bytes]:
    """Each a PDF by itself."""
    if not is_pdf(page.file):
        yield _on_paper(_fitting(page_of(page.file, turns=page.turns), share))
    elif page.file.stat().st_size <= share:
        yield pdfs.without_actions(page.file)
    else:
        count = pdfs.count(page.file)
        yield from (_on_paper(_fitting(image, share // count)) for image in pdfs.pictures(page.file, longest=LONGEST))


def _fitting(page: Image.Image, most: int) -> bytes:
    for longest, quality in _WAYS:
        made = as_jpeg(page, longest=longest, quality=quality)
        if len(made) <= most:
            return made
    return made


def _on_paper(jpeg: bytes) -> bytes:
    """As large as A4 allows, upright or lying as the page does."""
    with Image.open(BytesIO(jpeg)) as image:
        paper = _A4 if image.height >= image.width else _A4[::-1]
    layout = img2pdf.get_layout_fun(pagesize=paper, fit=img2pdf.FitMode.into)
    return bytes(img2pdf.convert(jpeg, layout_fun=layout))
