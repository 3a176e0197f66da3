"""Buttons about places in a group: pause, leave, come back, and what a manager does with somebody's place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.places import Deed


@dataclass(frozen=True, kw_only=True, slots=True)
class RestButton(Button):
    """A person's own door: pause or leave."""

    prefix: ClassVar[str] = "wr"
    act: ClassVar[Act] = Act.COME_BACK


@dataclass(frozen=True, kw_only=True, slots=True)
class AskRestButton(Button):
    prefix: ClassVar[str] = "wa"
    act: ClassVar[Act] = Act.REST

    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TurnPausePage(Button):
    prefix: ClassVar[str] = "wm"
    act: ClassVar[Act] = Act.REST

    membership_id: int
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PauseUntil(Button):
    prefix: ClassVar[str] = "wp"
    act: ClassVar[Act] = Act.REST

    membership_id: int
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class DeedButton(Button):
    prefix: ClassVar[str] = "wd"
    act: ClassVar[Act] = Act.REST

    membership_id: int
    deed: Deed


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmDeedButton(Button):
    prefix: ClassVar[str] = "wc"
    act: ClassVar[Act] = Act.REST

    membership_id: int
    deed: Deed


@dataclass(frozen=True, kw_only=True, slots=True)
class ComeBackButton(Button):
    """For whoever left: the manager says yes."""

    prefix: ClassVar[str] = "wb"
    act: ClassVar[Act] = Act.COME_BACK

    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideReturnButton(Button):
    prefix: ClassVar[str] = "wy"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    membership_id: int
    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonButton(Button):
    """To the manager's card of one person in a group."""

    prefix: ClassVar[str] = "wo"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitLongerButton(Button):
    """For somebody who has not been heard of."""

    prefix: ClassVar[str] = "ww"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OutOfChatButton(Button):
    prefix: ClassVar[str] = "wx"
    act: ClassVar[Act] = Act.COME_BACK

    membership_id: int
