"""Holding a session: begun, who is there, ended, and what is said kindly about those who did not come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.ids import GroupId, SessionId
from mentoring.notices import Notice
from mentoring.notices.running import Running, Seat
from mentoring.notices.sessions import SessionSeen
from mentoring.people import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class RunningPost(Notice):
    """In the group's chat: it goes on, who is there, and whether what is said is kept. `ended_at` closes it."""

    must_arrive: ClassVar[bool] = True

    session: SessionSeen
    running: Running
    languages: tuple[Language, ...]
    ended_at: datetime | None = None

    def card(self) -> str:
        return f"running:{self.session.session_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class BeginQuestion(Notice):
    """In the group, to whoever leads it: `session` is the one whose time it is, None where none is planned now.

    `elsewhere` names another group with which they have a session at this time. `over`: it is no question any more.
    """

    group_id: GroupId
    group: str
    session: SessionSeen | None = None
    elsewhere: str = ""
    over: bool = False

    def card(self) -> str:
        """The post of the session that begins takes its place."""
        return f"begin:{self.group_id}" if self.session is None else f"running:{self.session.session_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class HereNoted(Notice):
    """Over the pressed button."""

    begun: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskHint(Notice):
    """Over the pressed button: how a task is caught in the chat."""

    keeps_record: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskAsked(Notice):
    """What the task is, and whose."""

    session: SessionSeen

    def card(self) -> str:
        return f"task:{self.session.session_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Begun(Notice):
    """Over the pressed button, and nowhere else where the group's post says it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ended(Notice):
    """Over the pressed button."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AttendanceCard(Notice):
    """To whoever leads: a press on a name changes it. `by_itself`: nobody ended the session, so the bot did.

    `things` counts the files and voices that are kept with the record.
    """

    must_arrive: ClassVar[bool] = True

    session: SessionSeen
    seats: tuple[Seat, ...]
    done: bool = False
    by_itself: bool = False
    things: int = 0

    def card(self) -> str:
        return f"attendance:{self.session.session_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class MissedYou(Notice):
    """To a mentee who did not come and said nothing: kindly, in private, and never in front of the group."""

    session: SessionSeen
    mentors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MissedAgain(Notice):
    """To the managers: somebody has not come `times` times without a word."""

    must_arrive: ClassVar[bool] = True

    name: str
    group: str
    times: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting(Notice):
    """To managers and mentors: mentees wait and nobody has begun the session."""

    must_arrive: ClassVar[bool] = True

    session: SessionSeen
    names: tuple[str, ...]
    mentors: tuple[str, ...]
    to_mentor: bool
    session_id: SessionId

    def card(self) -> str:
        return f"waiting:{self.session_id}"
