"""Buttons of no single area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.permissions import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeButton(Button):
    prefix: ClassVar[str] = "h"
    act: ClassVar[Act] = Act.OPEN_HOME
