"""What a file is by its content; what its name says is not asked."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.files import is_program

if TYPE_CHECKING:
    from pathlib import Path


class Kind(StrEnum):
    PDF = "pdf"
    PICTURE = "picture"
    WORD = "word"
    SHEET = "sheet"
    SLIDES = "slides"
    OPEN_DOCUMENT = "open_document"
    OLD_OFFICE = "old_office"
    RICH_TEXT = "rich_text"
    TEXT = "text"
    ARCHIVE = "archive"
    PROGRAM = "program"
    EMPTY = "empty"
    UNKNOWN = "unknown"


OFFICE = frozenset({Kind.WORD, Kind.SHEET, Kind.SLIDES, Kind.OPEN_DOCUMENT})

_BEGINNING = 4096
#: Readers of PDF allow for some bytes before the mark.
_PDF_MARK, _PDF_WITHIN = b"%PDF-", 1024
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"BM")
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"MSCF")
_MAINS = {
    "word/document.xml": Kind.WORD,
    "xl/workbook.xml": Kind.SHEET,
    "ppt/presentation.xml": Kind.SLIDES,
    "content.xml": Kind.OPEN_DOCUMENT,
}
_ENCODINGS = ("utf-8", "cp1251")


def kind_of(file: Path) -> Kind:
    with file.open("rb") as opened:
        start = opened.read(_BEGINNING)
    if not start:
        return Kind.EMPTY
    if is_program(start):
        return Kind.PROGRAM
    return _of_zip(file) if start.startswith(_ZIPS) else _by_mark(start)


def is_pdf(file: Path) -> bool:
    return kind_of(file) is Kind.PDF


def is_two_things(file: Path, kind: Kind) -> bool:
    """A picture or a PDF that is also an archive, or a picture that is also a PDF: nobody makes that by accident."""
    if kind not in {Kind.PICTURE, Kind.PDF}:
        return False
    with file.open("rb") as opened:
        start = opened.read(_PDF_WITHIN)
    return zipfile.is_zipfile(file) or (kind is Kind.PICTURE and _PDF_MARK in start)


def _by_mark(start: bytes) -> Kind:
    if _is_picture(start):
        return Kind.PICTURE
    if start.startswith(_OLE):
        return Kind.OLD_OFFICE
    if start.startswith(b"{\\rtf"):
        return Kind.RICH_TEXT
    if start.startswith(_ARCHIVES):
        return Kind.ARCHIVE
    if _PDF_MARK in start[:_PDF_WITHIN]:
        return Kind.PDF
    return Kind.TEXT if _is_text(start) else Kind.UNKNOWN


def _is_picture(start: bytes) -> bool:
    if start.startswith(b"RIFF"):
        return start[8:12] == b"WEBP"
    if start[4:8] == b"ftyp":
        return start[8:12] in _HEIF_BRANDS
    return start.startswith(_PICTURES)


def _is_text(start: bytes) -> bool:
    """The last character may have been cut in two."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return b"\0" not in start and any(_reads(start, encoding) for encoding in _ENCODINGS)


def _reads(start: bytes, encoding: str) -> bool:
    try:
        return all(char.isprintable() or char.isspace() for char in start[:-3].decode(encoding))
    except UnicodeDecodeError:
        return False


def _of_zip(file: Path) -> Kind:
    try:
        with zipfile.ZipFile(file) as zipped:
            names = set(zipped.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return Kind.ARCHIVE
    return next((kind for main, kind in _MAINS.items() if main in names), Kind.ARCHIVE)
