"""A group's readiness wall, and the list of one document behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.notices import Notice
from mentoring.notices.kit import SlotSeen, Titled
from mentoring.notices.submissions import MENU
from mentoring.readiness import Count, WaitsFor
from mentoring.slots import SlotState


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """The one of its slots that needs somebody first."""

    state: SlotState
    overdue: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class WallRow:
    """`cells` stand under the people in their order, then one for the group; None where nothing is expected."""

    title: Titled
    cells: tuple[Cell | None, ...]
    count: Count


@dataclass(frozen=True, kw_only=True, slots=True)
class Wall(Notice):
    """One page of it, counted from 0. `people` have a column each; `short` are their names in two letters.

    `signed` are those that are being signed, each with how many have.
    """

    group_id: int
    group_name: str
    count: Count
    people: tuple[str, ...]
    short: tuple[str, ...]
    rows: tuple[WallRow, ...]
    page: int
    pages: int
    missing: bool
    signed: tuple[SlotSeen, ...] = ()

    def card(self) -> str:
        return f"wall:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class WallOf:
    """A line of a list of groups, with how far each is."""

    group_id: int
    group_name: str
    count: Count


@dataclass(frozen=True, kw_only=True, slots=True)
class Walls(Notice):
    """Of several groups: which? A page, counted from 0; `more` stand behind it."""

    walls: tuple[WallOf, ...]
    page: int
    more: bool

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotStory:
    """`since` is when its state began; `waits_for` is None where nobody has to do anything."""

    seen: SlotSeen
    since: datetime
    waits_for: WaitsFor | None
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class WallDocument(Notice):
    """Every slot of one document, page by page."""

    group_id: int
    group_name: str
    title: Titled
    slots: tuple[SlotStory, ...]
    page: int
    pages: int
    missing: bool

    def card(self) -> str:
        return f"wall:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class WallPicture(Notice):
    """All of it, as it is on this day."""

    group_name: str
    programme: str
    on: date
    count: Count
    people: tuple[str, ...]
    rows: tuple[WallRow, ...]
