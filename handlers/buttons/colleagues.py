"""Buttons around the managers of a programme, and around new accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class ManagersButton(Button):
    """To the managers of a programme; 0 asks which, where there are several."""

    prefix: ClassVar[str] = "km"
    act: ClassVar[Act] = Act.KEEP_MANAGERS

    programme_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class InviteManagerButton(Button):
    prefix: ClassVar[str] = "ki"
    act: ClassVar[Act] = Act.KEEP_MANAGERS

    programme_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LeaveProgrammeButton(Button):
    prefix: ClassVar[str] = "kl"
    act: ClassVar[Act] = Act.KEEP_MANAGERS

    programme_id: int
    sure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RelinkManagerButton(Button):
    """Another manager has a new phone or account."""

    prefix: ClassVar[str] = "kr"
    act: ClassVar[Act] = Act.KEEP_MANAGERS

    programme_id: int
    person_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RelinkButton(Button):
    """Somebody of a group has a new phone or account."""

    prefix: ClassVar[str] = "kp"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerRelinkButton(Button):
    """That's me, or it is not."""

    prefix: ClassVar[str] = "ky"
    act: ClassVar[Act] = Act.ANSWER

    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideMergeButton(Button):
    """Whether two accounts are one person."""

    prefix: ClassVar[str] = "kd"
    act: ClassVar[Act] = Act.KEEP_MANAGERS

    telegram_id: int
    yes: bool
