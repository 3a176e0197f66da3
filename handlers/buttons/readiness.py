"""Buttons of a group's readiness wall and of its evidence pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.kit import Code
from mentoring.people import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class WallsButton(Button):
    """To the wall of whoever leads one group, or to the list of them."""

    prefix: ClassVar[str] = "rq"
    act: ClassVar[Act] = Act.OPEN_WALL

    page: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class WallButton(Button):
    prefix: ClassVar[str] = "rw"
    act: ClassVar[Act] = Act.OPEN_WALL

    group_id: int
    page: int = 0
    missing: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class WallDocumentButton(Button):
    prefix: ClassVar[str] = "rd"
    act: ClassVar[Act] = Act.OPEN_WALL

    group_id: int
    code: Code
    page: int = 0
    missing: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class WallPictureButton(Button):
    prefix: ClassVar[str] = "rp"
    act: ClassVar[Act] = Act.OPEN_WALL

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPackButton(Button):
    prefix: ClassVar[str] = "rk"
    act: ClassVar[Act] = Act.MAKE_PACK

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MakePackButton(Button):
    prefix: ClassVar[str] = "rl"
    act: ClassVar[Act] = Act.MAKE_PACK

    group_id: int
    language: Language
