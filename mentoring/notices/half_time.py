"""Half of a session is over."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices import Notice
from mentoring.notices.sessions import SessionSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class HalfTime(Notice):
    """To a mentor, in private: these have not written anything yet. `over` with the session."""

    session: SessionSeen
    names: tuple[str, ...]
    over: bool = False

    def card(self) -> str:
        return f"half:{self.session.session_id}"
