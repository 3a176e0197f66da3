"""A plan that the bot proposes: what it asks first, the plan itself, and one row of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from mentoring.drafted_plans import DraftStep
from mentoring.ids import GroupId
from mentoring.notices import Notice
from mentoring.notices.kit import Titled
from mentoring.notices.sessions import GroupChoice
from mentoring.plan_readings import PlanReadingId, ReadingState
from mentoring.rhythm import Often
from mentoring.said_dates import Doubt
from mentoring.said_days import Reading
from mentoring.sessions import Place, SessionKind, Stage


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPlanGroup(Notice):
    groups: tuple[GroupChoice, ...]

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class NothingToPropose(Notice):
    """All that the programme has are planned or held."""

    group: str
    group_id: GroupId
    planned: int

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitting:
    """How many sessions have room in a rhythm, and on which day the last of them is; None where none has."""

    often: Often
    count: int
    last: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftTopic:
    key: int
    words: str
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftQuestion(Notice):
    """`missing` is how many sessions are to be proposed, `until` the last day of the programme.

    `hours` are offered; `times` are what a typed one may be, for the reason of the `doubt`. `usual` is where the group
    met last. `topics` are one page of the catalogue, `chosen` all that are ticked. `first`: nobody has seen a plan yet.
    """

    reading_id: PlanReadingId
    group: str
    step: DraftStep
    zone: str
    missing: int
    until: date
    weekdays: tuple[int, ...] = ()
    at: time | None = None
    hours: tuple[time, ...] = ()
    times: tuple[time, ...] = ()
    doubt: Doubt | None = None
    often: Often | None = None
    fitting: tuple[Fitting, ...] = ()
    usual: Place | None = None
    usual_address: str = ""
    place: Place | None = None
    topics: tuple[DraftTopic, ...] = ()
    chosen: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    page: int = 0
    pages: int = 1
    first: bool = True

    def card(self) -> str:
        return f"plan:{self.reading_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftedRow:
    """Wall time. `clash`: one of the mentors, or the group, has another session then. `day_off`: a public holiday.

    `twice`: another row of the same plan is at that time.
    """

    key: int
    number: int
    day: date
    at: time
    kind: SessionKind
    stage: Stage | None
    topic: str
    clash: bool = False
    day_off: bool = False
    twice: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedPlan(Notice):
    """`missing` is how many there should be. `anew`: its days had passed, or others had been planned meanwhile.

    `choosing` which row to change.
    """

    reading_id: PlanReadingId
    group: str
    group_id: GroupId
    state: ReadingState
    zone: str
    rows: tuple[DraftedRow, ...]
    missing: int
    until: date
    often: Often
    place: Place
    address: str = ""
    anew: bool = False
    choosing: bool = False

    def card(self) -> str:
        return f"plan:{self.reading_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedRow(Notice):
    """`step` says what of it is asked now. With a `doubt` a typed day was not taken; `readings` are what it may be."""

    reading_id: PlanReadingId
    group: str
    step: DraftStep
    zone: str
    row: DraftedRow
    aim: str
    goals: str
    documents: tuple[Titled, ...]
    today: date
    month: date
    hours: tuple[time, ...] = ()
    topics: tuple[DraftTopic, ...] = ()
    page: int = 0
    pages: int = 1
    doubt: Doubt | None = None
    readings: tuple[Reading, ...] = ()

    def card(self) -> str:
        return f"plan:{self.reading_id}"
