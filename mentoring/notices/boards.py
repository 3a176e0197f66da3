"""The group's board: the one card that stays on top of its Telegram chat."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices import Notice
from mentoring.people import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Board(Notice):
    """In the group's chat: who we are and what the bot reads here. `also` is a second language read there."""

    group_id: int
    name: str
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    awaited: int
    also: Language | None = None

    def card(self) -> str:
        return f"board:{self.group_id}"
