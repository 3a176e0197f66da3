"""What people are reminded of beside a session: its beginning, homework for it, and all that falls together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.notices import Notice
from mentoring.notices.sessions import SessionSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionBegins(Notice):
    """With the way in, for sessions by video or in the chat."""

    broadcast: ClassVar[bool] = True

    session: SessionSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class StillOpen:
    """A task that these have not done yet."""

    text: str
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeworkReminder(Notice):
    """The evening before the session: what its reader has not done yet, and for whoever leads, what others have not."""

    broadcast: ClassVar[bool] = True

    session: SessionSeen
    tasks: tuple[str, ...]
    of_others: tuple[StillOpen, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Together(Notice):
    """`begins` begin now, `sessions` soon; `diaries` are sessions whose diary the reader owes.

    At most once, like each of them.
    """

    broadcast: ClassVar[bool] = True

    begins: tuple[SessionSeen, ...]
    sessions: tuple[SessionSeen, ...]
    homework: tuple[HomeworkReminder, ...]
    diaries: tuple[SessionSeen, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReminderPutOff(Notice):
    """Over the pressed button."""

    until: datetime
