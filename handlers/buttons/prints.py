"""Buttons of print packs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPrintButton(Button):
    """0 where the group has still to be chosen."""

    prefix: ClassVar[str] = "rj"
    act: ClassVar[Act] = Act.MAKE_PACK

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MakePrintButton(Button):
    prefix: ClassVar[str] = "rm"
    act: ClassVar[Act] = Act.MAKE_PACK

    group_id: int
