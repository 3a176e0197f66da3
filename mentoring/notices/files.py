"""Notices about what is filed, and about what managers and mentors send to be filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from mentoring.files import FileKind
from mentoring.ids import FilingId, UploadId
from mentoring.kit import Toolbar
from mentoring.notices import Notice
from mentoring.notices.kit import Titled


@dataclass(frozen=True, kw_only=True, slots=True)
class FiledIn:
    """`toolbar` with who filed it and when."""

    filing_id: FilingId
    toolbar: Toolbar
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadedFile:
    """`pages` of what was photographed and joined, which has no name yet; 0 of anything else."""

    kind: FileKind
    name: str
    pages: int = 0


class Ask(StrEnum):
    """What the bot has to know before it can file, in this order. REASON is for what takes another's place."""

    GROUP = "group"
    DOCUMENT = "document"
    PERSON = "person"
    SESSION = "session"
    TOOLBAR = "toolbar"
    REASON = "reason"


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """Of a group, a person or a session by its number and name, of a document by its titles."""

    number: int = 0
    name: str = ""
    document: Titled | None = None
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What is known of a file that is to be filed, or is. `session` is the number of the session."""

    group: str = ""
    document: Titled | None = None
    title: str = ""
    person: str = ""
    session: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadQuestion(Notice):
    """`page` of the choices, with `more` behind it. `filed` is what it would take the place of."""

    must_arrive: ClassVar[bool] = True

    upload_id: UploadId
    files: tuple[UploadedFile, ...]
    about: About
    ask: Ask
    choices: tuple[Choice, ...] = ()
    page: int = 0
    more: bool = False
    filed: FiledIn | None = None

    def card(self) -> str:
        return f"upload:{self.upload_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadFiled(Notice):
    """`names` are what the files go by from now on."""

    must_arrive: ClassVar[bool] = True

    upload_id: UploadId
    filing_id: FilingId
    about: About
    toolbar: Toolbar
    names: tuple[str, ...]
    undo_until: datetime

    def card(self) -> str:
        return f"upload:{self.upload_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadDropped(Notice):
    """Nobody wants it filed."""

    upload_id: UploadId
    files: tuple[UploadedFile, ...]

    def card(self) -> str:
        return f"upload:{self.upload_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadTrouble(Notice):
    """To whoever sent it: its content is a program, or no copy of it could be made."""

    must_arrive: ClassVar[bool] = True

    file: str
    is_program: bool
