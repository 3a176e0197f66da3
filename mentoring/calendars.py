"""Which sessions belong into people's own calendars, and under which name they are known there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from mentoring.sessions import SessionState

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.sessions import Session


def is_for_calendars(session: Session, now: datetime) -> bool:
    """Also one that was cancelled: it has to leave them again."""
    return session.state in {SessionState.PLANNED, SessionState.CANCELLED} and now < session.starts_at


def name_of(session: Session) -> str:
    """The same for good, and another one wherever another bot is run."""
    return str(uuid5(NAMESPACE_URL, f"ementor:session:{session.id}:{session.created_at.isoformat()}"))
