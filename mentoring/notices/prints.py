"""What somebody who wants a print pack is shown and sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mentoring.notices import Notice
from mentoring.notices.kit import Titled
from mentoring.notices.packs import PackStage


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedTitle:
    title: Titled
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupToPrint:
    group_id: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoosePrintGroup(Notice):
    """For which group?"""

    groups: tuple[GroupToPrint, ...]

    def card(self) -> str:
        return "print"


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintCard(Notice):
    """`done` of `total` forms are made. `as_pdf` where there is a converter; `several` groups can be chosen between."""

    group_id: int
    group_name: str
    stage: PackStage
    titles: tuple[PrintedTitle, ...] = ()
    done: int = 0
    total: int = 0
    as_pdf: bool = False
    several: bool = False

    def card(self) -> str:
        return "print"


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintPackSent(Notice):
    """The file; our copy goes by its hash. `name` is ASCII, with its ending."""

    must_arrive: ClassVar[bool] = True

    group_name: str
    on: date
    name: str
    sha256: str
    forms: int
    as_pdf: bool
