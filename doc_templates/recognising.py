"""What a stored file turns out to be: which of our papers, or which document of the kit, in the worker process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.errors import Locked, TooMuch, Unreadable
from doc_templates.kinds import Kind
from doc_templates.opening import inspect
from doc_templates.orders import Found
from doc_templates.pdfs import papers_in_pdf
from doc_templates.photographs.looking import look
from doc_templates.plans.filled import is_plan
from doc_templates.reading import read_back
from mentoring.kit import SESSION_PLAN
from mentoring.scans import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from doc_templates.photographs.codes import PaperCode
    from mentoring.scans import Advice


def recognise(file: Path) -> Found:
    """Answers for every file."""
    inspection = inspect(file)
    found = Found(verdict=inspection.verdict, pages=inspection.pages, why=inspection.why)
    if inspection.verdict is not Verdict.FINE:
        return found
    try:
        return _looked_into(inspection.kind, file, found)
    except (Unreadable, Locked, TooMuch):
        # It can be opened, so that people can read it; that it tells us nothing is no fault.
        return found


def _looked_into(kind: Kind, file: Path, found: Found) -> Found:
    match kind:
        case Kind.PICTURE:
            seen = look(file)
            return _with_papers(found, seen.papers, seen.advice)
        case Kind.PDF:
            return _with_papers(found, papers_in_pdf(file), ())
        case Kind.WORD:
            return _word(file, found)
        case _:
            return found


def _with_papers(found: Found, papers: tuple[PaperCode, ...], advice: tuple[Advice, ...]) -> Found:
    return Found(
        verdict=found.verdict,
        record_ids=tuple(dict.fromkeys(str(one.record_id) for one in papers)),
        codes=tuple(dict.fromkeys(one.code for one in papers)),
        pages=found.pages,
        advice=advice,
    )


def _word(file: Path, found: Found) -> Found:
    data = file.read_bytes()
    read = read_back(data)
    code = read.code or (SESSION_PLAN if is_plan(data) else None)
    known = read.identity.record_id if read.identity is not None else None
    ids = read.record_ids | ({str(known)} if known is not None else set())
    return Found(
        verdict=found.verdict,
        record_ids=tuple(sorted(str(one) for one in ids)),
        codes=(code,) if code is not None else (),
        pages=found.pages,
    )
