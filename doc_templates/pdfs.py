"""Reads PDFs that somebody sent: counts and shows their pages, reads their codes, and takes out what acts by itself."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from doc_templates.errors import Dangerous, Locked, TooMuch, Unreadable
from doc_templates.photographs.codes import PaperCode, papers_in, sightings_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

MOST_PAGES = 200
_READ_FOR_CODES = 6
_LONGEST_FOR_CODES = 2000
#: What makes a reader do something that nobody asked for.
_LEADING_TO_ACTS = ("/AA", "/A", "/OpenAction", "/O", "/C", "/Next")
_ACTIVE_KEYS = ("/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/RichMedia", "/XFA")
_ACTIVE_KINDS = ("/Launch", "/JavaScript", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition")
_MOST_OBJECTS = 50_000


def count(file: Path) -> int:
    """Raises Unreadable, TooMuch, Locked."""
    with _opened(file) as pdf:
        return len(pdf)


def pictures(file: Path, *, longest: int, most: int = MOST_PAGES) -> Iterator[Image.Image]:
    """Of each page, `longest` pixels on its longest side. Raises Unreadable, TooMuch, Locked."""
    with _opened(file) as pdf:
        for number in range(min(len(pdf), most)):
            yield _picture(pdf, number, longest)


def papers_in_pdf(file: Path) -> tuple[PaperCode, ...]:
    """On the first pages. Raises Unreadable, TooMuch, Locked."""
    shown = pictures(file, longest=_LONGEST_FOR_CODES, most=_READ_FOR_CODES)
    return papers_in([sighting for page in shown for sighting in sightings_in(page, seconds=0.5)])


def without_actions(file: Path) -> bytes:
    """The same pages, forms as they are filled in, and no more. Raises Unreadable, TooMuch, Locked."""
    count(file)
    made = BytesIO()
    with _taken_apart(file) as pdf, pikepdf.new() as copy:
        pdf.generate_appearance_streams()
        pdf.flatten_annotations()
        for page in pdf.pages:
            for acting in ("/AA", "/Annots"):
                if acting in page.obj:
                    del page.obj[acting]
        copy.pages.extend(pdf.pages)
        copy.save(made)
    return made.getvalue()


def check_actions(file: Path) -> None:
    """Raises Dangerous, Locked, Unreadable, and TooMuch where there is too much to look through."""
    with _taken_apart(file) as pdf:
        if len(pdf.objects) > _MOST_OBJECTS:
            raise TooMuch("objects")
        if any(_acts(one) for one in pdf.objects):
            raise Dangerous("something that acts by itself")


def _acts(one: pikepdf.Object) -> bool:
    """Also where it stands directly in another object, as it mostly does."""
    if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        return False
    return _is_act(one) or any(_acts(one[name]) for name in _LEADING_TO_ACTS if name in one)


def _is_act(one: pikepdf.Object) -> bool:
    return any(key in one for key in _ACTIVE_KEYS) or str(one.get("/S", "")) in _ACTIVE_KINDS


@contextmanager
def _taken_apart(file: Path) -> Iterator[pikepdf.Pdf]:
    try:
        with pikepdf.open(file) as pdf:
            yield pdf
    except (Dangerous, Locked, TooMuch, Unreadable, MemoryError):
        raise
    except pikepdf.PasswordError as error:
        raise Locked("a password") from error
    except Exception as error:  # what is bent far enough raises many kinds
        raise Unreadable(type(error).__name__) from error


@contextmanager
def _opened(file: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        pdf = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        raise (Locked if "password" in str(error).lower() else Unreadable)(type(error).__name__) from error
    try:
        if len(pdf) > MOST_PAGES:
            raise TooMuch("pages")
        if len(pdf) == 0:
            raise Unreadable("no page")
        yield pdf
    finally:
        pdf.close()


def _picture(pdf: pypdfium2.PdfDocument, number: int, longest: int) -> Image.Image:
    try:
        page = pdf[number]
        scale = longest / max(*page.get_size(), 1.0)
        shown: Image.Image = page.render(scale=scale, rev_byteorder=True).to_pil()
        return shown.convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise Unreadable(type(error).__name__) from error
