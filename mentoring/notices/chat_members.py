"""About people who went out of a group's Telegram chat: to themselves, to the mentors, to managers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.notices import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class WentOutOfChat(Notice):
    """To whoever went out by themselves: by accident?"""

    group_id: int
    group_name: str
    invite_link: str | None

    def card(self) -> str:
        return f"out_of_chat:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class BackInChat(Notice):
    """Takes the place of the question that they came back on."""

    group_id: int
    group_name: str

    def card(self) -> str:
        return f"out_of_chat:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class StillOutOfChat(Notice):
    """To the mentors, a day later."""

    name: str
    person_id: int
    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenOutByAdmin(Notice):
    """To managers: an administrator of the Telegram group took somebody out; in the programme nothing has changed."""

    must_arrive: ClassVar[bool] = True

    membership_id: int
    name: str
    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OutsiderAdded(Notice):
    """To managers: somebody whose place ended was added to the Telegram group by hand."""

    membership_id: int
    name: str
    group_name: str

    def card(self) -> str:
        return f"return:{self.membership_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class NotTakenOut(Notice):
    """To a manager: the bot has no right to take this person out of the chat; how it is done by hand."""

    membership_id: int
    name: str
    group_name: str

    def card(self) -> str:
        return f"not_taken_out:{self.membership_id}"
