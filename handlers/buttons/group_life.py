"""Buttons about what becomes of a whole group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.group_deeds import GroupDeed


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupLifeButton(Button):
    prefix: ClassVar[str] = "qg"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AskGroupButton(Button):
    prefix: ClassVar[str] = "qa"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int
    deed: GroupDeed


@dataclass(frozen=True, kw_only=True, slots=True)
class MergeIntoButton(Button):
    prefix: ClassVar[str] = "qm"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int
    into_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickForSplitButton(Button):
    prefix: ClassVar[str] = "qp"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int
    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AllPickedButton(Button):
    prefix: ClassVar[str] = "qd"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmGroupButton(Button):
    prefix: ClassVar[str] = "qc"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int
    deed: GroupDeed
