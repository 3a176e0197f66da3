"""A session that was logged by mistake."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices import Notice
from mentoring.notices.sessions import SessionSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class AskTakeBack(Notice):
    """Whether it goes out of the plan again."""

    session: SessionSeen

    def card(self) -> str:
        return "home"
