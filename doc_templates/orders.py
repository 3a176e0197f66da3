"""What is ordered of the workshop and what it answers, as plain values.

The bot imports this and nothing else of doc_templates: no library for documents or pictures is loaded for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mentoring.handouts import FormFact
from mentoring.papers import PaperKind, PaperLanguage
from mentoring.scans import Advice, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What a file is. `record_ids` are all papers in sight: two of them say that people must be asked.

    `codes` are of documents. `why` is for the log and names no content.
    """

    verdict: Verdict
    record_ids: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    pages: int | None = None
    advice: tuple[Advice, ...] = ()
    why: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageToJoin:
    """A photograph or a PDF. `turns` are quarter turns to the right; a PDF stays as it is."""

    file: Path
    turns: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacedFile:
    """`place` is its name in the ZIP."""

    source: Path
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """`record_id` is None on a blank form, which nobody has been handed. Whose it is, only the record knows."""

    code: str
    language: PaperLanguage
    record_id: str | None = None
    form_version: str = ""
    kind: PaperKind = PaperKind.WHOLE


@dataclass(frozen=True, kw_only=True, slots=True)
class FormToMake:
    """`own_template` is a programme's own Word file, `converter` what makes a PDF of it, if one is wanted."""

    identity: Identity
    facts: Mapping[str, FormFact]
    own_template: Path | None = None
    converter: Path | None = None


class Reason(StrEnum):
    """What is wrong with a Word file; the fault's `name` says where or with what."""

    UNREADABLE = "unreadable"
    LOCKED = "locked"
    TOO_MUCH = "too much"
    MACROS = "macros"
    EMBEDDED = "embedded"
    LINKED = "linked"
    LIVE_FIELD = "live field"
    BROKEN_FIELD = "broken field"
    UNKNOWN_FIELD = "unknown field"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    reason: Reason
    name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """Of a programme's own Word file. `used` are the fields that it has: none at all is allowed, and worth a word."""

    faults: tuple[Fault, ...]
    used: frozenset[str] = frozenset()

    @property
    def is_fit(self) -> bool:
        return not self.faults
