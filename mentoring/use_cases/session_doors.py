"""Finds a session for whoever may do what they ask about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.permissions import Actor, authorise
from mentoring.refusals import Refusal, Why

if TYPE_CHECKING:
    from mentoring.acting import Acting
    from mentoring.acts import Act
    from mentoring.ids import SessionId
    from mentoring.ports import Record
    from mentoring.sessions import Session


def of_session(record: Record, by: Acting, session_id: SessionId, act: Act) -> tuple[Actor, Session]:
    """Raises Refusal unless they may do this in the session's own group."""
    session = record.sessions.by_id(session_id)
    if session is None:
        authorise(record, by, act)
        raise Refusal(Why.GONE)
    return authorise(record, by, act, group_id=session.group_id), session
