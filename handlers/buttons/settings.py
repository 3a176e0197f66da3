"""Buttons of everybody's own settings, and the door to what the home card has no room for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.people import Bundling
from mentoring.zone_names import Region, Zone


@dataclass(frozen=True, kw_only=True, slots=True)
class MoreButton(Button):
    prefix: ClassVar[str] = "hm"
    act: ClassVar[Act] = Act.OPEN_HOME


@dataclass(frozen=True, kw_only=True, slots=True)
class SettingsButton(Button):
    prefix: ClassVar[str] = "e"
    act: ClassVar[Act] = Act.OPEN_SETTINGS


@dataclass(frozen=True, kw_only=True, slots=True)
class ZonesButton(Button):
    """To choosing another time zone."""

    prefix: ClassVar[str] = "ez"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionButton(Button):
    prefix: ClassVar[str] = "er"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS

    region: Region


@dataclass(frozen=True, kw_only=True, slots=True)
class ZoneButton(Button):
    prefix: ClassVar[str] = "ec"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS

    zone: Zone


@dataclass(frozen=True, kw_only=True, slots=True)
class LocationButton(Button):
    """To the key with which a phone sends where it is."""

    prefix: ClassVar[str] = "el"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS


@dataclass(frozen=True, kw_only=True, slots=True)
class QuietButton(Button):
    """To choosing other quiet hours."""

    prefix: ClassVar[str] = "eq"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursButton(Button):
    """Whole hours; `own` False goes back to the programme's."""

    prefix: ClassVar[str] = "eh"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS

    begins: int
    ends: int
    own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class BundlingButton(Button):
    prefix: ClassVar[str] = "eb"
    act: ClassVar[Act] = Act.CHANGE_SETTINGS

    bundling: Bundling
