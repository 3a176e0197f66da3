"""Quiet for a while, as its owner sets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.notices import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class SnoozeCard(Notice):
    """`until` is None while nothing is held back."""

    until: datetime | None

    def card(self) -> str:
        return "home"
