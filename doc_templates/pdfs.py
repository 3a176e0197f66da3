"""Reads PDFs that somebody sent: counts and shows their pages, reads their codes, and takes out what acts by itself."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from doc_templates.errors import Locked, TooMuch, Unreadable
from doc_templates.photographs.codes import PaperCode, papers_in, sightings_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

MOST_PAGES = 200
_BEGINNING = 1024
_READ_FOR_CODES = 6
_LONGEST_FOR_CODES = 2000
#: What makes a reader do something that nobody asked for.
_ACTS = ("/AA", "/A", "/OpenAction")


def is_pdf(file: Path) -> bool:
    """By its content. Readers allow for some bytes before the mark."""
    with file.open("rb") as opened:
        return b"%PDF-" in opened.read(_BEGINNING)


def count(file: Path) -> int:
    """Raises Unreadable, TooMuch, Locked."""
    with _opened(file) as pdf:
        return len(pdf)


def pictures(file: Path, *, longest: int, most: int = MOST_PAGES) -> Iterator[Image.Image]:
    """Of each page, `longest` pixels on its longest side. Raises Unreadable, TooMuch, Locked."""
    with _opened(file) as pdf:
        for number in range(min(len(pdf), most)):
            yield _picture(pdf[number], longest)


def papers_in_pdf(file: Path) -> tuple[PaperCode, ...]:
    """On the first pages. Raises Unreadable, TooMuch, Locked."""
    shown = pictures(file, longest=_LONGEST_FOR_CODES, most=_READ_FOR_CODES)
    return papers_in([sighting for page in shown for sighting in sightings_in(page, seconds=0.5)])


def without_actions(file: Path) -> bytes:
    """The same pages without scripts, attachments and what starts by itself. Raises Unreadable, TooMuch, Locked."""
    count(file)
    made = BytesIO()
    try:
        with pikepdf.open(file) as pdf, pikepdf.new() as copy:
            copy.pages.extend(pdf.pages)
            for page in copy.pages:
                _calm(page.obj)
            copy.save(made)
    except pikepdf.PasswordError as error:
        raise Locked from error
    except (pikepdf.PdfError, ValueError, TypeError) as error:
        raise Unreadable(type(error).__name__) from error
    return made.getvalue()


def _calm(page: pikepdf.Object) -> None:
    annotations = page.get("/Annots", pikepdf.Array())
    for one in (page, *(found for found in annotations if isinstance(found, pikepdf.Dictionary))):
        for act in _ACTS:
            if act in one:
                del one[act]


@contextmanager
def _opened(file: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        pdf = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        raise (Locked if "password" in str(error).lower() else Unreadable)(type(error).__name__) from error
    try:
        if len(pdf) > MOST_PAGES:
            raise TooMuch
        if len(pdf) == 0:
            raise Unreadable("no page")
        yield pdf
    finally:
        pdf.close()


def _picture(page: pypdfium2.PdfPage, longest: int) -> Image.Image:
    try:
        scale = longest / max(*page.get_size(), 1.0)
        shown: Image.Image = page.render(scale=scale, rev_byteorder=True).to_pil()
        return shown.convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise Unreadable(type(error).__name__) from error
