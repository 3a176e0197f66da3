"""Somebody's place moves to a new Telegram account: the code, the question, and who hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.notices import Notice
from mentoring.notices.joining import Question


@dataclass(frozen=True, kw_only=True, slots=True)
class RelinkCode(Notice):
    """To the manager, to pass on: whoever opens it takes over this person's place. `first`: they had no account."""

    must_arrive: ClassVar[bool] = True

    name: str
    token: str
    expires_at: datetime
    first: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AskRelink(Question):
    """On the new account: is that you? `duplicate` is how this account is known already, if it is."""

    name: str
    organisation: str
    groups: tuple[str, ...]
    duplicate: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class MergeAwaited(Question):
    """On an account that is known already: the manager says whether the two are one person."""

    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AskMerge(Notice):
    """To the managers: `duplicate` has opened the code of `name`; making one person of two can't be undone."""

    must_arrive: ClassVar[bool] = True

    telegram_id: int
    name: str
    duplicate: str
    groups: tuple[str, ...]

    def card(self) -> str:
        return f"merge:{self.telegram_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class MergeDecided(Notice):
    telegram_id: int
    name: str
    duplicate: str
    merged: bool

    def card(self) -> str:
        return f"merge:{self.telegram_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class SameAccount(Question):
    """The code was opened on the account that has the place already."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RelinkDeclined(Question):
    """It was not theirs: the code is ended."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RelinkDone(Notice):
    """On the new account, before the cards that are posted anew."""

    must_arrive: ClassVar[bool] = True

    name: str
    merged: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceMoved(Notice):
    """On the old account, at once and whenever it writes again."""

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class RelinkNews(Notice):
    """To the managers: it is done, or somebody said that it was not them.

    `chats` are Telegram groups in which the old account may still be.
    """

    must_arrive: ClassVar[bool] = True

    name: str
    account: str
    done: bool
    merged: bool = False
    chats: tuple[str, ...] = ()
