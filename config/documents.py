"""The kit's part of a programme's definition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, StringConstraints

ANCHORS = ("joining", "initial session", "session", "middle", "final session", "end")
_DUE = re.compile(rf"(?:(?P<days>\d{{1,3}}) d (?P<way>after|before) )?(?P<anchor>{'|'.join(ANCHORS)})")

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Code = Annotated[str, StringConstraints(pattern=r"[TX]\d\d")]
Phase = Literal["start", "selection", "initial", "sessions", "middle", "final"]
Per = Literal["nobody", "mentee", "mentor", "member", "group", "session", "diary"]
Role = Literal["manager", "mentor", "mentee"]
Filer = Literal["manager", "mentor"]
Toolbar = Literal["managing", "monitoring"]
Visibility = Literal["group", "leaders", "managers"]
SessionKind = Literal["initial", "employability", "entrepreneurship", "monitoring", "final"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """`after` is negative for days before the anchor."""

    anchor: str
    after: timedelta


def _due(text: object) -> Due:
    match = _DUE.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError(f'write "7 d after joining" or "middle"; days are counted from {", ".join(ANCHORS)}')
    days = int(match["days"] or 0)
    return Due(anchor=match["anchor"], after=timedelta(days=-days if match["way"] == "before" else days))


@dataclass(frozen=True, kw_only=True, slots=True)
class Titles:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    en: Title
    bg: Title


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentDefinition:
    """Mentees are in none of `filed_by`: that is not up to a programme."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    code: Code
    title: Titles
    phase: Phase
    per: Per
    visible_to: Visibility
    mandatory: bool = False
    filled_by: tuple[Role, ...] = ()
    signed_by: tuple[Role, ...] = ()
    filed_by: tuple[Filer, ...] = ()
    toolbar: Toolbar | None = None
    due: Annotated[Due, BeforeValidator(_due)] | None = None
    sessions: tuple[SessionKind, ...] = ()


def _can_be_filed(document: DocumentDefinition) -> DocumentDefinition:
    if document.per == "nobody" and (document.toolbar is not None or document.due is not None):
        raise ValueError("nobody files what is only read: leave out toolbar and due")
    if document.per != "nobody" and (document.toolbar is None or not document.filed_by):
        raise ValueError("say in which toolbar it is filed, and by whom")
    return document


def _each_once(documents: tuple[DocumentDefinition, ...]) -> tuple[DocumentDefinition, ...]:
    if len({one.code for one in documents}) < len(documents):
        raise ValueError("the same code stands here twice")
    return documents


Documents = Annotated[
    tuple[Annotated[DocumentDefinition, AfterValidator(_can_be_filed)], ...], AfterValidator(_each_once)
]
