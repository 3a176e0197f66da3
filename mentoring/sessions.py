"""Sessions of a mentoring group: planned, moved, cancelled, held."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.attendance import AWAY, Presence
from mentoring.diaries import DiaryState
from mentoring.ids import GroupId, PersonId, SessionId
from mentoring.people import Language, Person, Reachability, Role
from mentoring.refusals import Why

#: A session's length where nobody says otherwise.
USUAL_LENGTH = timedelta(hours=1)
#: Whoever changes a session later than this before it says why.
LATE_CHANGE = timedelta(hours=24)
#: It can be begun so long before its time.
EARLIEST_START = timedelta(hours=1)
#: Whoever comes later than this after the start is late; so long people wait for a mentor.
GRACE = timedelta(minutes=15)
#: One that nobody ends is ended so long after its planned end.
ENDS_BY_ITSELF = timedelta(hours=1)
#: What is new about a session may wake people only when it begins so soon.
WORTH_WAKING = timedelta(hours=12)

#: One that was logged by mistake can be taken out of the plan for so long.
TAKEN_BACK_WITHIN = timedelta(days=1)


class SessionKind(StrEnum):
    INITIAL = "initial"
    EMPLOYABILITY = "employability"
    ENTREPRENEURSHIP = "entrepreneurship"
    MONITORING = "monitoring"
    FINAL = "final"


class Stage(StrEnum):
    """Which monitoring session it is."""

    INITIAL = "initial"
    MID_TERM = "mid_term"
    FINAL = "final"


class Place(StrEnum):
    FACE_TO_FACE = "face_to_face"
    VIDEO = "video"
    CHAT = "chat"


class SessionState(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"


class Coming(StrEnum):
    YES = "yes"
    NO = "no"
    LATE = "late"


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """`number` counts a group's sessions from 1. `wall_time` (ISO, local) in `zone` is what the mentor chose.

    `aim` is the expected result, `goals` those of the mentees' that it is for, `documents` the codes of what is due,
    `reason` why it was moved or cancelled or did not take place. `revision` grows with every change. `keeps_record`:
    what is said in the group's chat between `began_at` and `finished_at` is kept.
    """

    id: SessionId
    group_id: GroupId
    number: int
    kind: SessionKind
    starts_at: datetime
    ends_at: datetime
    wall_time: str
    zone: str
    place: Place
    address: str
    state: SessionState
    moves: int
    planned_by: PersonId
    created_at: datetime
    stage: Stage | None = None
    topic: str = ""
    aim: str = ""
    goals: str = ""
    preparation: str = ""
    homework: str = ""
    documents: str = ""
    responsible: str = ""
    reason: str = ""
    revision: int = 0
    began_at: datetime | None = None
    finished_at: datetime | None = None
    begun_by: PersonId | None = None
    keeps_record: bool = False

    @property
    def ended_at(self) -> datetime:
        """When it was over, or should have been."""
        return self.finished_at or self.ends_at

    @property
    def was_logged(self) -> bool:
        """It came into the plan when it had been held already."""
        return self.began_at is None and self.created_at > self.starts_at


@dataclass(frozen=True, kw_only=True, slots=True)
class Attendant:
    """Somebody of a session's `group`, by the name for documents, and what they have said and written so far."""

    session_id: SessionId
    group: str
    person: Person
    name: str
    role: Role
    coming: Coming | None
    diary: DiaryState | None
    presence: Presence | None = None
    reason: str = ""

    @property
    def was_away(self) -> bool:
        """As far as is known: who was there counts more than who wanted to come."""
        if self.presence is None:
            return self.coming is Coming.NO
        return self.presence in AWAY

    @property
    def seen(self) -> Presence | None:
        """As a list of who was there has it; None where nobody said that they were away."""
        if self.presence is None and self.coming is Coming.NO:
            return Presence.EXCUSED
        return self.presence

    @property
    def owes_diary(self) -> bool:
        return self.role is Role.MENTEE and not self.was_away and self.diary is not DiaryState.SENT


@dataclass(frozen=True, kw_only=True, slots=True)
class Guest:
    """As much of an attendant as a reminder needs: thousands of them are read at once."""

    session_id: SessionId
    group: str
    person_id: PersonId
    telegram_id: int | None
    language: Language
    zone: str
    reachability: Reachability
    role: Role
    coming: Coming | None
    name: str
    snoozed_until: datetime | None


def of_kind(session: Session, kind: SessionKind) -> Session:
    """Only monitoring has stages."""
    return replace(session, kind=kind, stage=session.stage if kind is SessionKind.MONITORING else None)


def is_over(session: Session, now: datetime) -> bool:
    return session.state is not SessionState.RUNNING and session.ended_at <= now


def can_begin(session: Session, now: datetime) -> bool:
    """Until it should be over: after that it is only asked whether it took place."""
    return session.state is SessionState.PLANNED and session.starts_at - EARLIEST_START <= now < session.ends_at


def can_change(session: Session, now: datetime) -> bool:
    return session.state is SessionState.PLANNED and now < session.starts_at


def why_fixed(session: Session, now: datetime) -> Why | None:
    """Why it can no longer be moved or cancelled, if so."""
    if session.state is not SessionState.PLANNED:
        return Why.ALREADY_DONE
    return None if can_change(session, now) else Why.SESSION_BEGUN


def is_late_change(session: Session, now: datetime) -> bool:
    """So late that people are owed a reason."""
    return session.starts_at - now < LATE_CHANGE


def is_worth_waking(session: Session, now: datetime) -> bool:
    return timedelta() <= session.starts_at - now <= WORTH_WAKING


def is_waited_for(session: Session, now: datetime) -> bool:
    """It should go on, and nobody has begun it."""
    return session.state is SessionState.PLANNED and session.starts_at + GRACE <= now < session.ends_at


def can_take_back(session: Session, now: datetime) -> bool:
    """One that was logged when it was over: by mistake, perhaps, but not for long."""
    return session.state is SessionState.HELD and session.was_logged and now - session.created_at < TAKEN_BACK_WITHIN


def can_mark(session: Session, now: datetime) -> bool:
    return session.state is SessionState.PLANNED and session.starts_at <= now
