"""A session plan that was sent as a file: read back row by row, asked about, and told once it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from mentoring.ids import SessionId
from mentoring.notices import Notice
from mentoring.notices.sessions import GroupChoice
from mentoring.people import Language
from mentoring.plan_reading.differences import Difference
from mentoring.plan_readings import PlanReadingId
from mentoring.plan_rows import Column, Doubt, Hours, RowStatus
from mentoring.sessions import Place, SessionKind, Stage


@dataclass(frozen=True, kw_only=True, slots=True)
class RowSeen:
    """`said` is what stands in the file for the day and the hours. `asked` are the columns that are doubtful.

    `was` is when a moved session was to begin, `fields` what is told otherwise of a changed one.
    """

    line: int
    number: str
    said: str
    day: date | None = None
    hours: Hours | None = None
    place: Place | None = None
    kind: SessionKind | None = None
    stage: Stage | None = None
    topic: str = ""
    asked: tuple[Column, ...] = ()
    difference: Difference | None = None
    was: datetime | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SentPlan(Notice):
    """`zone` is whose times these are. `left_out` are lines that are no session, `alone` sessions that no row names.

    `done` once it holds or was dropped: then nothing can be pressed any more.
    """

    reading_id: PlanReadingId
    file: str
    zone: str
    rows: tuple[RowSeen, ...]
    group: str = ""
    groups: tuple[GroupChoice, ...] = ()
    questions: int = 0
    has_effect: bool = False
    left_out: tuple[str, ...] = ()
    unread_columns: tuple[str, ...] = ()
    alone: tuple[datetime, ...] = ()
    page: int = 0
    pages: int = 1
    done: bool = False
    dropped: bool = False

    def card(self) -> str:
        return f"plan:{self.reading_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One of what a cell may mean; of a button, `code` stands for it."""

    code: int
    day: date | None = None
    hours: Hours | None = None
    place: Place | None = None
    kind: SessionKind | None = None
    status: RowStatus | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanQuestion(Notice):
    """About one cell, or the same cell of several rows. `noted` is what the last answer was taken for.

    `misread`: what was typed was not understood.
    """

    reading_id: PlanReadingId
    group: str
    column: Column
    doubt: Doubt
    raw: str
    row: RowSeen
    lines: tuple[int, ...]
    options: tuple[Option, ...]
    left: int
    noted: Option | None = None
    misread: bool = False

    def card(self) -> str:
        return f"plan:{self.reading_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class NoPlanFound(Notice):
    """A session plan by its title, without a table that could be read; perhaps it is in a `picture`."""

    file: str
    picture: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanLine:
    """A session that is new, moved, cancelled or told otherwise."""

    session_id: SessionId
    number: int
    difference: Difference
    starts_at: datetime
    kind: SessionKind
    place: Place
    address: str
    topic: str
    was: datetime | None = None
    fields: tuple[str, ...] = ()
    stage: Stage | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanNews(Notice):
    """To everybody in the group, in private: all that one plan has changed, in one message."""

    must_arrive: ClassVar[bool] = True

    group: str
    lines: tuple[PlanLine, ...]
    quiet: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanPost(Notice):
    """In the group's chat, in every language that its people read."""

    must_arrive: ClassVar[bool] = True

    group: str
    lines: tuple[PlanLine, ...]
    languages: tuple[Language, ...]
    quiet: bool = False
