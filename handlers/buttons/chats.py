"""Buttons on a group's Telegram chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class UnbindButton(Button):
    """`sure` is pressed on the question that comes first."""

    prefix: ClassVar[str] = "bu"
    act: ClassVar[Act] = Act.BIND_CHAT

    group_id: int
    sure: bool
