"""Settings: one card that shows them all, and the questions behind its buttons; and what stands behind More."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.notices import Notice
from mentoring.people import Bundling
from mentoring.permissions import Standing
from mentoring.quiet import QuietHours
from mentoring.zone_names import Region, Zone


@dataclass(frozen=True, kw_only=True, slots=True)
class OnTheMenu(Notice):
    """Takes the place of the home card, and it takes theirs."""

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class More(OnTheMenu):
    """The doors that the home card has no room for."""

    standings: tuple[Standing, ...]
    pair: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SettingsCard(OnTheMenu):
    """`at` is now; `has_own_hours` when the quiet hours are not the programme's.

    `changed` when it answers a change, `former_zone` being where a changed zone can go back to.
    """

    at: datetime
    quiet: QuietHours
    has_own_hours: bool
    bundling: Bundling
    changed: bool = False
    former_zone: Zone | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ZoneQuestion(OnTheMenu):
    """`region` None offers the regions; `misread` when typed words named no city that is known."""

    at: datetime
    region: Region | None = None
    misread: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ShareLocation(Notice):
    """Carries the key with which a phone sends where it is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursQuestion(OnTheMenu):
    """`own` are the reader's, None while the programme's hold; `misread` when typed words were no hours."""

    usual: QuietHours
    own: QuietHours | None
    misread: bool = False
