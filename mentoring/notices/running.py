"""A session that is going on, as its cards show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.agenda import Point
from mentoring.attendance import HERE, Presence
from mentoring.ids import PersonId
from mentoring.people import Role
from mentoring.sessions import Coming


@dataclass(frozen=True, kw_only=True, slots=True)
class AgendaPoint:
    """`text` is somebody's words, where it is not one of the usual points."""

    position: int
    point: Point | None
    text: str
    ticked: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """One of the group at a session; `lines` is how many messages they have written while it was recorded."""

    person_id: PersonId
    name: str
    role: Role
    presence: Presence | None
    coming: Coming | None
    lines: int = 0

    @property
    def is_here(self) -> bool:
        return self.presence in HERE


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskSeen:
    """Without `owner` it is homework for all mentees."""

    text: str
    owner: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """`keeps_record`: what is said in the group's chat is kept until the end."""

    began_at: datetime
    keeps_record: bool
    agenda: tuple[AgendaPoint, ...]
    seats: tuple[Seat, ...]
    tasks: tuple[TaskSeen, ...] = ()

    @property
    def here(self) -> tuple[Seat, ...]:
        return tuple(one for one in self.seats if one.is_here)
