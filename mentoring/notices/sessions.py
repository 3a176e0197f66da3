"""Sessions as people see them: planned step by step, announced, answered, reminded of, listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar

from mentoring.ids import GroupId, SessionId
from mentoring.notices import Notice
from mentoring.notices.kit import Titled
from mentoring.notices.running import Running
from mentoring.people import Language
from mentoring.plan_fields import PlanField, PlanOption
from mentoring.said_dates import Doubt
from mentoring.said_days import Reading
from mentoring.sessions import Coming, Place, SessionKind, SessionState, Stage


class Step(StrEnum):
    """What is asked of whoever plans, moves or cancels a session, in this order."""

    GROUP = "group"
    KIND = "kind"
    STAGE = "stage"
    DAY = "day"
    TIME = "time"
    PLACE = "place"
    ADDRESS = "address"
    TOPIC = "topic"
    PREPARATION = "preparation"
    LENGTH = "length"
    CONFIRM = "confirm"
    CANCEL = "cancel"


#: What can be said besides, before it is confirmed.
STEP_OF_FIELD = {
    PlanField.TOPIC: Step.TOPIC,
    PlanField.PREPARATION: Step.PREPARATION,
    PlanField.LENGTH: Step.LENGTH,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupChoice:
    group_id: GroupId
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionSeen:
    """A session with all that its cards show. `documents` are what belongs to it by its plan.

    `logged`: it went into the plan when it was over, and a call may have been one by telephone.
    """

    session_id: SessionId
    number: int
    group: str
    kind: SessionKind
    starts_at: datetime
    place: Place
    address: str
    state: SessionState
    moves: int
    stage: Stage | None = None
    minutes: int = 60
    topic: str = ""
    preparation: str = ""
    homework: str = ""
    documents: tuple[Titled, ...] = ()
    logged: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Planning(Notice):
    """`month` is the calendar's page and `today` its first free day. `moves` when it is about a known session.

    `late` asks for a reason. `doubt` says why a day or a time is not taken as it was typed, `readings` what it may be.
    `day` and `at` are of `zone`. Of `stages` the likely one is first.

    `extras` can be said besides; while one of them is asked, `options` are one page of what it can be, and `misread`
    says that typed words were none. `past`: it has been held already, not before `since`; `twin` is on record for the
    same hour.
    """

    step: Step
    today: date
    month: date
    groups: tuple[GroupChoice, ...] = ()
    group: str = ""
    kind: SessionKind | None = None
    stage: Stage | None = None
    stages: tuple[Stage, ...] = ()
    day: date | None = None
    at: time | None = None
    zone: str = ""
    hours: tuple[int, ...] = ()
    starts_at: datetime | None = None
    place: Place | None = None
    address: str = ""
    reason: str = ""
    moves: bool = False
    late: bool = False
    doubt: Doubt | None = None
    readings: tuple[Reading, ...] = ()
    clash: bool = False
    proposals: tuple[datetime, ...] = ()
    session_id: SessionId | None = None
    topic: str = ""
    preparation: str = ""
    minutes: int = 60
    extras: tuple[PlanField, ...] = ()
    options: tuple[PlanOption, ...] = ()
    page: int = 0
    pages: int = 1
    misread: bool = False
    past: bool = False
    since: date | None = None
    twin: SessionSeen | None = None

    def card(self) -> str:
        return "home"


class News(StrEnum):
    """Why a session's card comes to the bottom."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"
    PLACE = "place"
    LENGTH = "length"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    name: str
    coming: Coming | None
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionCard(Notice):
    """`mine` is the reader's own answer, for a mentee; `answers` are everybody's, for whoever leads.

    `asks_outcome` when nobody has said yet whether it took place, `asks_waiting` when it should go on and nobody has
    begun it. `here`: the reader is known to be there. `quiet`: it comes without a sound. `things` were posted in it.
    """

    must_arrive: ClassVar[bool] = True

    session: SessionSeen
    news: News
    reason: str = ""
    leads: bool = False
    mine: Coming | None = None
    answers: tuple[Answered, ...] = ()
    can_answer: bool = False
    can_change: bool = False
    asks_outcome: bool = False
    can_write_diary: bool = False
    for_calendar: bool = False
    can_begin: bool = False
    can_change_place: bool = False
    can_change_plan: bool = False
    can_take_back: bool = False
    can_say_why: bool = False
    can_talk: bool = False
    asks_waiting: bool = False
    here: bool = False
    running: Running | None = None
    quiet: bool = False
    things: int = 0

    def card(self) -> str:
        return f"session:{self.session.session_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class EndedSessionCard(SessionCard):
    """The same card when the session is over: a change in silence, which waits behind what people wait for."""

    must_arrive: ClassVar[bool] = False
    broadcast: ClassVar[bool] = True


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionPost(Notice):
    """In the group's chat, in every language that its people read. `zones`: the others that people live in."""

    must_arrive: ClassVar[bool] = True

    session: SessionSeen
    news: News
    reason: str
    languages: tuple[Language, ...]
    zones: tuple[str, ...] = ()
    quiet: bool = False

    def card(self) -> str:
        return f"session:{self.session.session_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionReminder(Notice):
    """At most once, and never after the start. `early`: there is time for the `preparation`, and for the link later."""

    broadcast: ClassVar[bool] = True

    session: SessionSeen
    can_answer: bool
    early: bool = False
    preparation: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerNoted(Notice):
    """Over the pressed button."""

    coming: Coming


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionList(Notice):
    """`ahead` are planned; `past` have ended."""

    ahead: tuple[SessionSeen, ...]
    past: tuple[SessionSeen, ...]
    can_plan: bool

    def card(self) -> str:
        return "home"
