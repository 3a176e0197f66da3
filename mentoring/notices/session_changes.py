"""Questions about one session."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices import Notice
from mentoring.notices.sessions import SessionSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class AskSessionPlace(Notice):
    """Where it is now."""

    session: SessionSeen

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWhyNot(Notice):
    """Of a mentee who can't come; they need not say."""

    session: SessionSeen

    def card(self) -> str:
        return "home"
