"""Buttons of no single area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeButton(Button):
    prefix: ClassVar[str] = "h"
    act: ClassVar[Act] = Act.OPEN_HOME


@dataclass(frozen=True, kw_only=True, slots=True)
class HelpButton(Button):
    prefix: ClassVar[str] = "hh"
    act: ClassVar[Act] = Act.OPEN_HELP


@dataclass(frozen=True, kw_only=True, slots=True)
class MoreHelpButton(Button):
    prefix: ClassVar[str] = "hx"
    act: ClassVar[Act] = Act.OPEN_HELP


@dataclass(frozen=True, kw_only=True, slots=True)
class PeopleButton(Button):
    """To whom they can write."""

    prefix: ClassVar[str] = "hp"
    act: ClassVar[Act] = Act.TALK


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkButton(Button):
    """To writing to this person through the bot."""

    prefix: ClassVar[str] = "ht"
    act: ClassVar[Act] = Act.TALK

    person_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MyGroupsButton(Button):
    prefix: ClassVar[str] = "hg"
    act: ClassVar[Act] = Act.OPEN_MY_GROUPS
