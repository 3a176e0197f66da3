"""Buttons of going away and coming back, and of whoever stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.away_drafts import Cover
from mentoring.people import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class AwayButton(Button):
    """To going away, and to the absences that are arranged."""

    prefix: ClassVar[str] = "va"
    act: ClassVar[Act] = Act.GO_AWAY


@dataclass(frozen=True, kw_only=True, slots=True)
class AwayFrom(Button):
    """`number` is of a mentor's group, or of a manager's programme."""

    prefix: ClassVar[str] = "vf"
    act: ClassVar[Act] = Act.GO_AWAY

    role: Role
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TurnAwayPage(Button):
    prefix: ClassVar[str] = "vm"
    act: ClassVar[Act] = Act.GO_AWAY

    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PickAwayDay(Button):
    prefix: ClassVar[str] = "vd"
    act: ClassVar[Act] = Act.GO_AWAY

    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PickDeputy(Button):
    prefix: ClassVar[str] = "vp"
    act: ClassVar[Act] = Act.GO_AWAY

    person_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherCover(Button):
    """A manager invites a deputy by a link, or leaves nobody in their place."""

    prefix: ClassVar[str] = "vo"
    act: ClassVar[Act] = Act.GO_AWAY

    cover: Cover


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmAwayButton(Button):
    prefix: ClassVar[str] = "vc"
    act: ClassVar[Act] = Act.GO_AWAY


@dataclass(frozen=True, kw_only=True, slots=True)
class BackFromAway(Button):
    """I'm back, or I don't go after all."""

    prefix: ClassVar[str] = "vb"
    act: ClassVar[Act] = Act.GO_AWAY

    absence_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CannotStandIn(Button):
    prefix: ClassVar[str] = "vn"
    act: ClassVar[Act] = Act.STAND_IN

    absence_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AppointDeputyButton(Button):
    """Somebody else stands in, because the first one can't."""

    prefix: ClassVar[str] = "vs"
    act: ClassVar[Act] = Act.GO_AWAY

    absence_id: int
    person_id: int
