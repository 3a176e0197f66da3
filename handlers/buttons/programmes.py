"""Buttons of a manager's programmes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.groups import OptionalTool
from mentoring.people import Language
from mentoring.programmes import Line
from mentoring.zone_names import Zone


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammesButton(Button):
    """The door to them."""

    prefix: ClassVar[str] = "y"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeButton(Button):
    prefix: ClassVar[str] = "yo"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AnotherProgrammeButton(Button):
    prefix: ClassVar[str] = "ya"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME


@dataclass(frozen=True, kw_only=True, slots=True)
class NameGroupButton(Button):
    """The preview is right, or the new group's programme is this one."""

    prefix: ClassVar[str] = "yn"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LineButton(Button):
    """To changing this line."""

    prefix: ClassVar[str] = "yl"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    line: Line


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberButton(Button):
    """`number` as `SetNumber` reads it; `sure` once it was said what the change touches."""

    prefix: ClassVar[str] = "yv"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    line: Line
    number: int
    sure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PeriodButton(Button):
    """These days, for sure."""

    prefix: ClassVar[str] = "yp"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    begins: date
    ends: date


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeZoneButton(Button):
    prefix: ClassVar[str] = "yz"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    zone: Zone


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeLanguageButton(Button):
    """On or off."""

    prefix: ClassVar[str] = "yg"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    language: Language


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolButton(Button):
    """On or off."""

    prefix: ClassVar[str] = "yt"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    tool: OptionalTool


@dataclass(frozen=True, kw_only=True, slots=True)
class TrialGroupButton(Button):
    """Makes a group for trying things out."""

    prefix: ClassVar[str] = "yd"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WipeButton(Button):
    """Of a test group; `sure` once it was said what goes."""

    prefix: ClassVar[str] = "yw"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int
    sure: bool
