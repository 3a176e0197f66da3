"""Notices of the Files door: what stands in the toolbars, as whoever looks may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from mentoring.filings import FiledFile, FilingDeed, FilingState
from mentoring.ids import FilingId, GroupId, PersonId
from mentoring.kit import Code, Toolbar
from mentoring.notices import Notice
from mentoring.notices.files import About, Choice
from mentoring.notices.kit import Titled

#: Where a code is wanted, for what is no document of the kit.
NO_DOCUMENT = Code("Z00")
MENU = "home"


class Section(StrEnum):
    """GROUP is what all of a group may read, OWN what is filed about whoever looks."""

    MANAGING = "managing"
    MONITORING = "monitoring"
    GROUP = "group"
    OWN = "own"


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionCount:
    section: Section
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FilesDoor(Notice):
    """`hands_in`: also what they have handed in themselves. `leads`: also how far their groups are.

    `things` counts what was posted in sessions.
    """

    sections: tuple[SectionCount, ...]
    hands_in: bool
    leads: bool = False
    things: int = 0

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupCount:
    group_id: GroupId
    name: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionGroups(Notice):
    """Of several groups: which?"""

    section: Section
    groups: tuple[GroupCount, ...]
    page: int = 0
    more: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class ShelfCount:
    """`document` is None for what is none of the kit."""

    document: Titled | None
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionShelves(Notice):
    section: Section
    group_id: GroupId
    group: str
    shelves: tuple[ShelfCount, ...]
    page: int = 0
    more: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class FilingLine:
    filing_id: FilingId
    name: str
    document: Titled | None
    person: str
    session: int | None
    version: int
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf(Notice):
    """The filings of one document, `count` in all."""

    section: Section
    group_id: GroupId
    group: str
    document: Titled | None
    lines: tuple[FilingLine, ...]
    count: int
    page: int = 0
    more: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundFilings(Notice):
    words: str
    lines: tuple[FilingLine, ...]
    count: int
    page: int = 0
    more: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryLine:
    deed: FilingDeed
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FilingCard(Notice):
    """`wanted` is what the bot waits for: the reason for this deed, or the new file. `earlier` are kept versions."""

    filing_id: FilingId
    name: str
    about: About
    toolbar: Toolbar
    version: int
    state: FilingState
    history: tuple[HistoryLine, ...]
    can_change: bool = False
    can_reroute: bool = False
    wanted: FilingDeed | None = None
    earlier: tuple[FilingLine, ...] = ()

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class FilingSent(Notice):
    """The file itself, to whoever asked for it."""

    filing_id: FilingId
    name: str
    file: FiledFile


@dataclass(frozen=True, kw_only=True, slots=True)
class RelabelQuestion(Notice):
    """Which document is it, about whom, of which session? With the answers so far."""

    filing_id: FilingId
    name: str
    choices: tuple[Choice, ...]
    code: Code | None = None
    person_id: PersonId | None = None
    page: int = 0
    more: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class RerouteQuestion(Notice):
    """To which group, and then to whom of `group`, or to all of it where that `may_be_all`?"""

    filing_id: FilingId
    name: str
    choices: tuple[Choice, ...]
    group_id: GroupId | None = None
    group: str = ""
    may_be_all: bool = False
    page: int = 0
    more: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentRerouted(Notice):
    """In neutral words, to those who could read it and those who can now."""

    must_arrive: ClassVar[bool] = True

    name: str
    group: str
    person: str
    is_yours: bool
