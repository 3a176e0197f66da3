"""The group's board: the one card that stays on top of its Telegram chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.boards import BoardStep
from mentoring.notices import Notice
from mentoring.notices.kit import Titled
from mentoring.people import Language
from mentoring.sessions import Place, SessionKind, Stage


def board_of(group_id: int) -> str:
    """The key of the group's board among the cards of its chat."""
    return f"board:{group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    number: int
    kind: SessionKind
    starts_at: datetime
    place: Place
    address: str
    stage: Stage | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BeingSigned:
    """How many have signed, and never who."""

    title: Titled
    done: int
    total: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TasksOnBoard:
    """`homework` is for all mentees; of `more` open tasks only how many, and never whose."""

    homework: tuple[str, ...]
    more: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Board(Notice):
    """In the group's chat, in each of `languages`: who we are, when we meet, what is next, what the bot reads here.

    `awaited` counts the names that nobody has taken yet; `code` lets them in. `closed` when the group has ended.
    """

    broadcast: ClassVar[bool] = True

    group_id: int
    name: str
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    completed: tuple[str, ...]
    awaited: int
    code: str
    meeting: Meeting | None
    steps: tuple[BoardStep, ...]
    languages: tuple[Language, ...]
    closed: bool = False
    pair: bool = False
    signed: tuple[BeingSigned, ...] = ()
    tasks: TasksOnBoard | None = None

    def card(self) -> str:
        return board_of(self.group_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class PinBoard(Notice):
    """Asks Telegram to keep the board on top, without a sound."""

    must_arrive: ClassVar[bool] = True

    chat_id: int
    message_id: int
