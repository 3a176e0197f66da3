"""Buttons for quiet for a while."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.snoozing import Length


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSnoozeButton(Button):
    prefix: ClassVar[str] = "zo"
    act: ClassVar[Act] = Act.SNOOZE


@dataclass(frozen=True, kw_only=True, slots=True)
class SnoozeButton(Button):
    prefix: ClassVar[str] = "zs"
    act: ClassVar[Act] = Act.SNOOZE

    length: Length


@dataclass(frozen=True, kw_only=True, slots=True)
class WakeButton(Button):
    prefix: ClassVar[str] = "zw"
    act: ClassVar[Act] = Act.SNOOZE
