"""Buttons of a manager who decides about a wish to be erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.erasing import Because


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenWishButton(Button):
    prefix: ClassVar[str] = "xw"
    act: ClassVar[Act] = Act.DECIDE_ERASURE

    person_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class EraseThemButton(Button):
    prefix: ClassVar[str] = "xe"
    act: ClassVar[Act] = Act.DECIDE_ERASURE

    person_id: int
    sure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteWishButton(Button):
    """For somebody without Telegram."""

    prefix: ClassVar[str] = "xn"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    membership_id: int
    sure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class WhyKeepButton(Button):
    prefix: ClassVar[str] = "xr"
    act: ClassVar[Act] = Act.DECIDE_ERASURE

    person_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class KeepButton(Button):
    prefix: ClassVar[str] = "xk"
    act: ClassVar[Act] = Act.DECIDE_ERASURE

    person_id: int
    because: Because
