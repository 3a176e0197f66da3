"""Forms that are handed out: what somebody asks for, who may have it with names on it, and what is ordered of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TypeAlias

from mentoring.kit import CONTRACT, Code, Document, Per
from mentoring.papers import PaperKind, PaperLanguage
from mentoring.people import Language, Role

CERTIFICATE = Code("X06")
#: Documents that there are with both languages on one page.
BILINGUAL = frozenset({CONTRACT, CERTIFICATE})
#: Whoever asks for the same once more within so long gets the same paper, with the same number.
SAME_PAPER = timedelta(days=1)

#: A text or number; the keys of what is ticked; a mark by key; or the rows of a table.
FormFact: TypeAlias = str | int | Sequence[str] | Mapping[str, int] | Sequence[Mapping[str, str]]


class Way(StrEnum):
    """How somebody wants a form. FOR_PRINT is FILLED, as a PDF."""

    FILLED = "f"
    BLANK = "b"
    FOR_PRINT = "p"


@dataclass(frozen=True, kw_only=True, slots=True)
class FormOrder:
    """What is made when it is sent. `template` is the hash of a programme's own Word file, None for our own form.

    Without a `record_id` it is a blank, which nobody was handed.
    """

    code: Code
    language: PaperLanguage
    kind: PaperKind = PaperKind.WHOLE
    record_id: str | None = None
    form_version: str = ""
    template: str | None = None
    facts: Mapping[str, FormFact] = field(default_factory=dict)
    as_pdf: bool = False


#: For whom there is one, where it is about a person.
OF_PEOPLE: Mapping[Per, frozenset[Role]] = {
    Per.MENTEE: frozenset({Role.MENTEE}),
    Per.DIARY: frozenset({Role.MENTEE}),
    Per.MENTOR: frozenset({Role.MENTOR}),
    Per.MEMBER: frozenset({Role.MENTOR, Role.MENTEE}),
}
OF_SESSIONS = frozenset({Per.SESSION, Per.DIARY})


def languages_of(code: Code) -> tuple[PaperLanguage, ...]:
    both = (PaperLanguage.BOTH,) if code in BILINGUAL else ()
    return (PaperLanguage.EN, PaperLanguage.BG, *both)


def in_language(code: Code, wanted: PaperLanguage, reader: Language) -> PaperLanguage:
    """What there is of it: the reader's own where it is not in both."""
    return wanted if wanted in languages_of(code) else PaperLanguage(reader.value)


def is_read_only(document: Document) -> bool:
    """Nobody fills it in."""
    return document.per is Per.NOBODY
