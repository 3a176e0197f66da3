"""What somebody is told and sent about what is kept of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mentoring.export_pages import Section
from mentoring.files import FileKind
from mentoring.notices import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class MyData(Notice):
    """In plain words; `quotes` while quotes and photos may be used, `asked` when a deletion has been asked for.

    `takes_part` while their consent to that is in force, `withdrawn` once they have taken it back.
    """

    places: int
    submissions: int
    files: int
    diaries: int
    questions: int
    concerns: int
    quotes: bool
    asked: bool = False
    takes_part: bool = False
    withdrawn: bool = False

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class Packed:
    """A file of ours in the archive."""

    name: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AllMyData(Notice):
    """One archive of `parts`; `content` is JSON and stands in the first, with what people read of it.

    `follow`: files that only Telegram has.
    """

    on: date
    part: int
    parts: int
    content: str
    sections: tuple[Section, ...]
    packed: tuple[Packed, ...]
    follow: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MyFile(Notice):
    broadcast: ClassVar[bool] = True

    kind: FileKind
    file_id: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AskErasure(Notice):
    """What follows, before it is asked for."""

    managers: tuple[str, ...]

    def card(self) -> str:
        return "home"
