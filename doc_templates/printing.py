"""Many forms at once for a printer, in the workshop: filled, turned into PDFs, and bound to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from doc_templates.making import filled, into_pdfs

if TYPE_CHECKING:
    from pathlib import Path

    from doc_templates.orders import FormToMake

_SIDES = 2
#: In points.
_A4 = (595, 842)


def make_forms(forms: tuple[FormToMake, ...], files: tuple[Path, ...], converter: Path | None) -> int:
    """Each as a Word file; where there is a converter, a PDF beside it. How many. Raises CannotFill, CannotConvert."""
    for form, file in zip(forms, files, strict=True):
        file.write_bytes(filled(form))
    if converter is not None:
        into_pdfs(files, converter)
    return len(files)


def bind(files: tuple[Path, ...], into: Path) -> int:
    """How many pages there are. Every form begins on a sheet of its own, also where both sides are printed."""
    with pikepdf.new() as bound:
        for file in files:
            with pikepdf.open(file) as form:
                bound.pages.extend(form.pages)
                if len(form.pages) % _SIDES:
                    bound.add_blank_page(page_size=_A4)
        bound.save(into, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return len(bound.pages)
