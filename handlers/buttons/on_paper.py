"""Buttons about people without Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class OnPaperButton(Button):
    """A mentor's door."""

    prefix: ClassVar[str] = "pd"
    act: ClassVar[Act] = Act.ADD_ON_PAPER


@dataclass(frozen=True, kw_only=True, slots=True)
class AddOnPaperButton(Button):
    prefix: ClassVar[str] = "pa"
    act: ClassVar[Act] = Act.ADD_ON_PAPER

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FileForButton(Button):
    prefix: ClassVar[str] = "pf"
    act: ClassVar[Act] = Act.FILE_FOR

    submission_id: int
    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectForButton(Button):
    """`of` is the submission that it corrects, 0 when it is something new."""

    prefix: ClassVar[str] = "pk"
    act: ClassVar[Act] = Act.FILE_FOR

    submission_id: int
    membership_id: int
    of: int


@dataclass(frozen=True, kw_only=True, slots=True)
class GetsTelegramButton(Button):
    prefix: ClassVar[str] = "pt"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    membership_id: int
    yes: bool
