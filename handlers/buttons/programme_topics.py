"""Buttons on the list of what a programme's sessions can be about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicsButton(Button):
    prefix: ClassVar[str] = "yi"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ToggleTopicButton(Button):
    """In or out."""

    prefix: ClassVar[str] = "yk"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    key: int
    page: int
