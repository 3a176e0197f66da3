"""Buttons of replacing a mentor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class ReplaceButton(Button):
    """Who follows this mentor?"""

    prefix: ClassVar[str] = "ur"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickSuccessor(Button):
    prefix: ClassVar[str] = "up"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    membership_id: int
    person_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NewSuccessor(Button):
    """Somebody whom the programme does not know yet."""

    prefix: ClassVar[str] = "un"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmReplacingButton(Button):
    prefix: ClassVar[str] = "uc"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteNoteButton(Button):
    """A note for the successor."""

    prefix: ClassVar[str] = "uw"
    act: ClassVar[Act] = Act.HAND_OVER

    group_id: int
