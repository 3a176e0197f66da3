"""Managers of one programme: who they are, how another one comes in, and leaving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.ids import PersonId, ProgrammeId
from mentoring.notices import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeLine:
    programme_id: ProgrammeId
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseProgramme(Notice):
    """Of several, whose managers?"""

    programmes: tuple[ProgrammeLine, ...]

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class Colleague:
    person_id: PersonId
    name: str
    own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Managers(Notice):
    """`leaving` asks whether that is meant; `alone` says why the only one cannot."""

    programme_id: ProgrammeId
    programme: str
    managers: tuple[Colleague, ...]
    leaving: bool = False
    alone: bool = False

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class ManagerLink(Notice):
    """To be passed on: whoever opens it manages the programme as well."""

    must_arrive: ClassVar[bool] = True

    programme: str
    token: str
    expires_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ManagerNews(Notice):
    """To the other managers: somebody has come in, or gone."""

    programme: str
    name: str
    came: bool
