"""A session plan that somebody wrote: its cells as they stand in the file, and what each was understood as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Generic, TypeVar

from mentoring.drafted_plans import DraftedPlan
from mentoring.sessions import Place, SessionKind, SessionState, Stage

Value = TypeVar("Value")


class Column(StrEnum):
    """What a cell is about. WEEKDAY, BEGINS, ENDS and LENGTH only add to DATE and HOURS."""

    NUMBER = "number"
    DATE = "date"
    WEEKDAY = "weekday"
    HOURS = "hours"
    BEGINS = "begins"
    ENDS = "ends"
    LENGTH = "length"
    MODE = "mode"
    PLACE = "place"
    KIND = "kind"
    TOPIC = "topic"
    RESULT = "result"
    GOALS = "goals"
    PREPARATION = "preparation"
    HOMEWORK = "homework"
    DOCUMENTS = "documents"
    RESPONSIBLE = "responsible"
    HELD_ON = "held_on"
    STATUS = "status"


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A cell as it was left. `struck` is what is crossed out in it; a `picture` can't be read.

    `sure`: whoever sent the plan was asked about it, and said it again.
    """

    text: str = ""
    struck: str = ""
    picture: bool = False
    sure: bool = False

    def __bool__(self) -> bool:
        return bool(self.text or self.struck or self.picture)


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenRow:
    """`left_out` by whoever sent it, once they were asked about it."""

    cells: Mapping[Column, Written]
    left_out: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenPlan:
    """`columns` are those that the file has. What stands in a plan and is no session is told, not lost.

    `found` is False where no table of the file is a session plan; `pictures` are those in the whole file.
    `drafted` of a plan that nobody wrote: the bot proposes it.
    """

    found: bool = False
    columns: tuple[Column, ...] = ()
    rows: tuple[WrittenRow, ...] = ()
    left_out: tuple[str, ...] = ()
    unread_columns: tuple[str, ...] = ()
    pictures: int = 0
    record_ids: tuple[str, ...] = ()
    drafted: DraftedPlan | None = None


class Doubt(StrEnum):
    """Why a cell is asked about."""

    MISSING = "missing"
    UNCLEAR = "unclear"
    AMBIGUOUS = "ambiguous"
    IMPOSSIBLE = "impossible"
    WEEKDAY = "weekday"
    FAR = "far"
    PAST = "past"
    NIGHT = "night"
    LONG = "long"
    CLASH = "clash"
    STRUCK = "struck"


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell(Generic[Value]):
    """With a doubt nothing is taken: `value` is None, and `choices` are what it may mean, likeliest first."""

    raw: str = ""
    value: Value | None = None
    doubt: Doubt | None = None
    choices: tuple[Value, ...] = ()

    @property
    def options(self) -> tuple[Value, ...]:
        return self.choices if self.value is None else (self.value,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours:
    """Wall time. Without an end a session has its usual length; one that ends at an earlier time ends the next day."""

    begins: time
    ends: time | None = None


class RowStatus(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"

    @property
    def state(self) -> SessionState:
        return SessionState.PLANNED if self is RowStatus.MOVED else SessionState(self.value)

    @property
    def is_over(self) -> bool:
        return self in {RowStatus.HELD, RowStatus.NOT_HELD}


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanRow:
    """One session of a plan; `line` counts them from 1 in the order of the file."""

    line: int
    number: Cell[int] = field(default_factory=Cell)
    day: Cell[date] = field(default_factory=Cell)
    hours: Cell[Hours] = field(default_factory=Cell)
    mode: Cell[Place] = field(default_factory=Cell)
    kind: Cell[SessionKind] = field(default_factory=Cell)
    stage: Stage | None = None
    status: Cell[RowStatus] = field(default_factory=Cell)
    held_on: Cell[date] = field(default_factory=Cell)
    words: Mapping[Column, str] = field(default_factory=dict)
