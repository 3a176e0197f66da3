"""Sessions of a mentoring group: planned, moved, cancelled, held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.ids import GroupId, PersonId, SessionId

#: A session's length where nobody says otherwise.
USUAL_LENGTH = timedelta(hours=1)


class SessionKind(StrEnum):
    INITIAL = "initial"
    EMPLOYABILITY = "employability"
    ENTREPRENEURSHIP = "entrepreneurship"
    MONITORING = "monitoring"
    FINAL = "final"


class Place(StrEnum):
    FACE_TO_FACE = "face_to_face"
    VIDEO = "video"
    CHAT = "chat"


class SessionState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"


class Coming(StrEnum):
    YES = "yes"
    NO = "no"
    LATE = "late"


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """`number` counts a group's sessions from 1. `wall_time` (ISO, local) in `zone` is what the mentor chose."""

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
