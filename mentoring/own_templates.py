"""A programme's own Word files in the place of our forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from mentoring.ids import PersonId, ProgrammeId
from mentoring.kit import Code
from mentoring.papers import PaperLanguage

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A form of ours has a tenth of this.
LARGEST = 5 * 1024 * 1024
#: How much of its hash tells one text of a form from another; doc_templates counts them likewise.
_VERSION_LETTERS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnTemplate:
    """`sha256` names the file among ours, `name` is what its sender called it."""

    programme_id: ProgrammeId
    code: Code
    language: PaperLanguage
    sha256: str
    size: int
    name: str
    sent_by: PersonId
    sent_at: datetime

    @property
    def version(self) -> str:
        return self.sha256[:_VERSION_LETTERS]


class TemplateFault(StrEnum):
    """What is wrong with a Word file. doc_templates finds all but the last two, under the same names."""

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
    NOT_FETCHED = "not fetched"
    VIRUS = "virus"


@dataclass(frozen=True, kw_only=True, slots=True)
class Faulty:
    """`name` says where, or with what."""

    fault: TemplateFault
    name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ToCheck:
    """A Word file that a manager has sent, as Telegram has it; it is in the place of an open question of theirs."""

    telegram_id: int
    programme_id: ProgrammeId
    code: Code
    language: PaperLanguage
    file_id: str
    name: str


class OwnTemplates(Protocol):
    """One for each document and language at most."""

    def await_check(self) -> None:
        """A Word file has just been put into its sender's open question."""

    def to_check(self, now: datetime) -> Sequence[ToCheck]: ...

    def of_programme(self, programme_id: ProgrammeId) -> Sequence[OwnTemplate]: ...

    def find(self, programme_id: ProgrammeId, code: Code, language: PaperLanguage) -> OwnTemplate | None: ...

    def save(self, template: OwnTemplate) -> None:
        """In the place of the one before it."""

    def drop(self, programme_id: ProgrammeId, code: Code, language: PaperLanguage) -> None: ...
