"""Buttons of the Files door, and on what is filed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.filings import FilingDeed
from mentoring.ids import FilingId, GroupId, PersonId, SessionId
from mentoring.kit import Code
from mentoring.notices.toolbars import Section


@dataclass(frozen=True, kw_only=True, slots=True)
class FilesButton(Button):
    """The door."""

    prefix: ClassVar[str] = "fl"
    act: ClassVar[Act] = Act.OPEN_FILES


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionButton(Button):
    """`group_id` 0 lets choose."""

    prefix: ClassVar[str] = "fb"
    act: ClassVar[Act] = Act.OPEN_FILES

    section: Section
    group_id: GroupId
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ShelfButton(Button):
    prefix: ClassVar[str] = "fk"
    act: ClassVar[Act] = Act.OPEN_FILES

    section: Section
    group_id: GroupId
    code: Code
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundPageButton(Button):
    prefix: ClassVar[str] = "fv"
    act: ClassVar[Act] = Act.OPEN_FILES

    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenFilingButton(Button):
    prefix: ClassVar[str] = "fi"
    act: ClassVar[Act] = Act.OPEN_FILES

    filing_id: FilingId


@dataclass(frozen=True, kw_only=True, slots=True)
class SendFilingButton(Button):
    prefix: ClassVar[str] = "fj"
    act: ClassVar[Act] = Act.OPEN_FILES

    filing_id: FilingId


@dataclass(frozen=True, kw_only=True, slots=True)
class DeedOfFilingButton(Button):
    """Asks why, or for the new file."""

    prefix: ClassVar[str] = "fw"
    act: ClassVar[Act] = Act.FILE

    filing_id: FilingId
    deed: FilingDeed


@dataclass(frozen=True, kw_only=True, slots=True)
class RelabelButton(Button):
    prefix: ClassVar[str] = "fq"
    act: ClassVar[Act] = Act.FILE

    filing_id: FilingId
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RelabelToButton(Button):
    """0 for what was not answered yet."""

    prefix: ClassVar[str] = "fr"
    act: ClassVar[Act] = Act.FILE

    filing_id: FilingId
    code: Code
    person_id: PersonId
    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class RerouteButton(Button):
    prefix: ClassVar[str] = "fc"
    act: ClassVar[Act] = Act.REROUTE

    filing_id: FilingId
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RerouteToGroupButton(Button):
    prefix: ClassVar[str] = "f1"
    act: ClassVar[Act] = Act.REROUTE

    filing_id: FilingId
    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class RerouteToButton(Button):
    """`person_id` 0 is the whole group."""

    prefix: ClassVar[str] = "f2"
    act: ClassVar[Act] = Act.REROUTE

    filing_id: FilingId
    group_id: GroupId
    person_id: PersonId
