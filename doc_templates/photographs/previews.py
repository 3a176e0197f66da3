"""A picture of the first page, to be looked at before anything is sent on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates import pdfs
from doc_templates.kinds import is_pdf
from doc_templates.photographs.pages import as_jpeg
from doc_templates.photographs.pictures import read

if TYPE_CHECKING:
    from pathlib import Path

#: What Telegram shows of a photo.
LONGEST = 1280
_QUALITY = 80


def preview(file: Path, into: Path) -> None:
    """`file` is a PDF or a picture, `into` becomes a JPEG. Raises Unreadable, TooMuch, Locked."""
    first = next(pdfs.pictures(file, longest=LONGEST)) if is_pdf(file) else read(file, longest=LONGEST)
    into.write_bytes(as_jpeg(first, longest=LONGEST, quality=_QUALITY))
