"""What a manager decides about the documents of a programme: which are used, how they are called, whose Word file."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices import Notice
from mentoring.notices.kit import Titled
from mentoring.notices.submissions import MENU
from mentoring.own_templates import Faulty
from mentoring.papers import PaperLanguage
from mentoring.people import Language
from mentoring.printed import Known


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """`own`: a Word file of theirs is in the place of ours, in some language."""

    title: Titled
    mandatory: bool
    used: bool
    own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class KitChoices(Notice):
    """Pages count from 0."""

    programme_id: int
    programme: str
    documents: tuple[Chosen, ...]
    page: int
    pages: int

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnFile:
    """`name` is what its sender called it."""

    language: PaperLanguage
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class KitDocument(Notice):
    """`can_be_dropped`: it is optional, so that it can be switched off and on."""

    programme_id: int
    title: Titled
    used: bool
    can_be_dropped: bool
    renamed: bool
    languages: tuple[PaperLanguage, ...]
    own: tuple[OwnFile, ...]

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class AskTitle(Notice):
    """In one language after the other."""

    programme_id: int
    title: Titled
    language: Language
    misread: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWordFile(Notice):
    """`unfit` when what came is no Word file, or too large."""

    programme_id: int
    title: Titled
    language: PaperLanguage
    unfit: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class WordFileLookedAt(Notice):
    """It has come; what is found follows."""

    title: Titled


@dataclass(frozen=True, kw_only=True, slots=True)
class WordFileRefused(Notice):
    """The first of what is wrong with it; another can be sent at once."""

    programme_id: int
    title: Titled
    language: PaperLanguage
    faults: tuple[Faulty, ...]
    more: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WordFileTaken(Notice):
    """`plain`: it asks for nothing that we know, so nothing will be filled in."""

    programme_id: int
    title: Titled
    language: PaperLanguage
    plain: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class FormPreview(Notice):
    """With sample names. `template` None shows our own form."""

    title: Titled
    language: PaperLanguage
    known: Known
    template: str | None
    file_name: str
