"""Somebody's place in a group: what can be done with it, whether that is meant, and who hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from mentoring.notices import Notice
from mentoring.notices.groups import Presence
from mentoring.people import MembershipState, Role
from mentoring.places import Deed


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnPlace:
    """`until` is when a pause ends."""

    membership_id: int
    group_name: str
    state: MembershipState
    until: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnPlaces(Notice):
    """To somebody who may pause or leave, or come back: for which group?"""

    places: tuple[OwnPlace, ...]

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskHowToRest(Notice):
    """Pause or leave? A manager who asks for somebody else sees their `name`; `days` are offered as ends."""

    membership_id: int
    group_id: int
    group_name: str
    name: str
    own: bool
    days: tuple[date, date, date]

    def card(self) -> str:
        return "home" if self.own else f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPauseDay(Notice):
    """A page of the calendar to pick the end of a pause from."""

    membership_id: int
    group_id: int
    own: bool
    month: date
    today: date

    def card(self) -> str:
        return "home" if self.own else f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskDeed(Notice):
    """Is it meant, and why? `waiting` submissions of a group would be left without a mentor."""

    deed: Deed
    membership_id: int
    group_id: int
    group_name: str
    name: str
    own: bool
    until: date | None
    reason: str
    waiting: int = 0

    def card(self) -> str:
        return "home" if self.own else f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnDeedDone(Notice):
    """To whoever paused or left; `in_chat` when they still stand in the group's Telegram chat."""

    deed: Deed
    membership_id: int
    group_name: str
    until: datetime | None
    in_chat: bool

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceChanged(Notice):
    """To somebody whose place the manager or the calendar changed, in neutral words."""

    must_arrive: ClassVar[bool] = True

    deed: Deed
    membership_id: int
    group_name: str
    until: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceNews(Notice):
    """To the mentors, and to managers with the `reason` and the person's card."""

    deed: Deed
    name: str
    group_name: str
    until: datetime | None
    reason: str = ""
    membership_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonCard(Notice):
    """One person of a group, to its manager."""

    membership_id: int
    group_id: int
    group_name: str
    name: str
    role: Role
    state: MembershipState
    presence: Presence
    since: datetime
    until: datetime | None
    reason: str
    out_of_chat: bool
    in_chat: bool
    deeds: tuple[Deed, ...]
    on_paper: bool = False

    def card(self) -> str:
        return f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskToReturn(Notice):
    """To a manager: somebody who left would like to come back."""

    membership_id: int
    name: str
    group_name: str

    def card(self) -> str:
        return f"return:{self.membership_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReturnDecided(Notice):
    membership_id: int
    name: str
    group_name: str
    let_in: bool

    def card(self) -> str:
        return f"return:{self.membership_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReturnAwaited(Notice):
    """To whoever asked to come back."""

    group_name: str

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class NotBack(Notice):
    """The manager did not say yes; neutral, with the way to write to them."""

    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeOutOfChat(Notice):
    """Asks Telegram to take somebody out of the group's chat; they can join again."""

    chat_id: int
    telegram_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TakingOutOfChat(Notice):
    """Over the button that asked for it."""
