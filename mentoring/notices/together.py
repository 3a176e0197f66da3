"""Reminders that fall together for one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.notices import Notice
from mentoring.notices.sessions import SessionSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class Together(Notice):
    """`sessions` begin soon, `diaries` are sessions whose diary the reader owes. At most once, like each of them."""

    broadcast: ClassVar[bool] = True

    sessions: tuple[SessionSeen, ...]
    diaries: tuple[SessionSeen, ...]
