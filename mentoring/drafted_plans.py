"""A plan that the bot proposes: what was chosen for it so far, and its rows, kept until somebody takes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from mentoring.rhythm import Often, Rhythm
from mentoring.sessions import Place, SessionKind, Stage

HOUR = 60
MOST_CHOSEN = 20


class DraftStep(StrEnum):
    """What is asked of whoever wants a plan, in this order; the last ones change one row of it."""

    WHEN = "when"
    OFTEN = "often"
    PLACE = "place"
    ADDRESS = "address"
    TOPICS = "topics"
    GOALS = "goals"
    WHOLE = "whole"
    ROWS = "rows"
    ROW = "row"
    ROW_DAY = "row_day"
    ROW_TIME = "row_time"
    ROW_TOPIC = "row_topic"


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftRow:
    """`key` names it as long as the draft lives. `goals` one on a line, `documents` codes with spaces between."""

    key: int
    day: date
    at: time
    kind: SessionKind
    stage: Stage | None = None
    topic: str = ""
    aim: str = ""
    goals: str = ""
    documents: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftedPlan:
    """Wall times are those of `zone`. `minutes` is how long a session lasts, `row` the key of the one being changed.

    `topics` are in the words of the group's language. `anew`: its days had to be laid out a second time.
    """

    zone: str
    step: DraftStep = DraftStep.WHEN
    weekdays: tuple[int, ...] = ()
    at: time | None = None
    often: Often | None = None
    place: Place | None = None
    address: str = ""
    minutes: int = HOUR
    topics: tuple[str, ...] = ()
    rows: tuple[DraftRow, ...] = ()
    row: int = 0
    anew: bool = False

    @property
    def rhythm(self) -> Rhythm | None:
        """None until all of it is chosen."""
        if not self.weekdays or self.at is None or self.often is None:
            return None
        return Rhythm(weekdays=self.weekdays, at=self.at, often=self.often, zone=self.zone)

    def row_of(self, key: int) -> DraftRow | None:
        return next((one for one in self.rows if one.key == key), None)
