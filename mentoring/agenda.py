"""The points of a session, ticked as they are done: the usual ones in the reader's language, others as written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.ids import AgendaItemId, SessionId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.sessions import Session


class Point(StrEnum):
    """After the per-session card of the kit (product/documents.md on T05)."""

    CHECK_IN = "check_in"
    HOMEWORK = "homework"
    TOPIC = "topic"
    ACTIONS = "actions"
    TOGETHER = "together"
    NEXT_DATE = "next_date"


@dataclass(frozen=True, kw_only=True, slots=True)
class AgendaItem:
    """`text` is one of the usual points, or somebody's words."""

    id: AgendaItemId
    session_id: SessionId
    position: int
    text: str
    ticked_at: datetime | None

    @property
    def point(self) -> Point | None:
        return Point(self.text) if self.text in frozenset(Point) else None


def usual(session: Session) -> Sequence[str]:
    """The topic stands by its own name where the plan has one."""
    return [session.topic if point is Point.TOPIC and session.topic else point.value for point in Point]
