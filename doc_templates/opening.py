"""A look into a file that has been stored, in the worker process: is it readable, and does it act by itself?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doc_templates import kinds, office, pdfs
from doc_templates.errors import Dangerous, Locked, TooMuch, Unreadable
from doc_templates.kinds import Kind
from doc_templates.photographs.pictures import decoded, opened
from mentoring.scans import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_THUMBNAIL = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspection:
    """`pages` where they can be counted. `why` is for the log and names no content."""

    kind: Kind
    verdict: Verdict
    pages: int | None = None
    why: str = ""


def inspect(file: Path) -> Inspection:
    """Answers for every file. What it takes too much of, the worker process says: see bot.workshop."""
    kind = kinds.kind_of(file)
    try:
        pages = _look(kind, file)
    except (Unreadable, Locked, TooMuch, Dangerous) as error:
        return Inspection(kind=kind, verdict=_VERDICTS[type(error)], why=str(error))
    return Inspection(kind=kind, verdict=Verdict.FINE, pages=pages)


def _look(kind: Kind, file: Path) -> int | None:
    if kinds.is_two_things(file, kind):
        raise Dangerous("two kinds of file in one")
    return _LOOKS.get(kind, _cannot_be_looked_into)(file)


def _look_at_picture(file: Path) -> int:
    with opened(file) as image:
        decoded(image, longest=_THUMBNAIL)
    return 1


def _look_at_pdf(file: Path) -> int:
    pages = pdfs.count(file)
    pdfs.check_actions(file)
    return pages


def _cannot_be_looked_into(_: Path) -> None:
    """Text, and what only its own program opens."""


def _refuse_empty(_: Path) -> None:
    raise Unreadable("empty")


def _refuse_program(_: Path) -> None:
    raise Dangerous("a program")


def _refuse_archive(_: Path) -> None:
    raise Unreadable("an archive")


_LOOKS: Mapping[Kind, Callable[[Path], int | None]] = {
    Kind.PICTURE: _look_at_picture,
    Kind.PDF: _look_at_pdf,
    Kind.OLD_OFFICE: office.look_at_old,
    Kind.RICH_TEXT: office.look_at_rich_text,
    Kind.EMPTY: _refuse_empty,
    Kind.PROGRAM: _refuse_program,
    Kind.ARCHIVE: _refuse_archive,
    **dict.fromkeys(kinds.OFFICE, office.look),
}
_VERDICTS: Mapping[type[Exception], Verdict] = {
    Unreadable: Verdict.BROKEN,
    Locked: Verdict.LOCKED,
    TooMuch: Verdict.TOO_MUCH,
    Dangerous: Verdict.DANGEROUS,
}
