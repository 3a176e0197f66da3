"""Sessions as a file for somebody's own calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.notices import Notice
from mentoring.sessions import Place, SessionKind, Stage


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEntry:
    """Nothing that only some of the group may know. Of one `uid`, the largest `revision` holds."""

    uid: str
    revision: int
    number: int
    group: str
    kind: SessionKind
    starts_at: datetime
    ends_at: datetime
    place: Place
    address: str
    topic: str
    preparation: str
    cancelled: bool
    stage: Stage | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarFile(Notice):
    """`at` is when it was made. `again` when somebody may have an earlier one in their calendar."""

    at: datetime
    entries: tuple[CalendarEntry, ...]
    again: bool
