"""Notices of no single area: strangers, refusals, the home card."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices import Notice
from mentoring.permissions import Standing
from mentoring.refusals import Why


@dataclass(frozen=True, kw_only=True, slots=True)
class Stranger(Notice):
    """To somebody whom no manager has invited."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused(Notice):
    why: Why


@dataclass(frozen=True, kw_only=True, slots=True)
class Home(Notice):
    name: str
    standings: tuple[Standing, ...]

    def card(self) -> str:
        return "home"
