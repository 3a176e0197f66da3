"""What whoever looks after the bot must hear of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from mentoring.notices import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class UpdateSetAside(Notice):
    """An update failed three times and waits to be tried again by hand: one message a day, however many there are."""

    must_arrive: ClassVar[bool] = True
    update_id: int
    fault: str
    on: date

    def card(self) -> str:
        return f"set-aside:{self.on.isoformat()}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AnotherManagerNeeded(Notice):
    """Something waits that the only manager of a programme can't look after; not what, nor whose it is."""

    must_arrive: ClassVar[bool] = True
    programme: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NoManagerInReach(Notice):
    """Telegram reaches no manager of a programme any more."""

    must_arrive: ClassVar[bool] = True
    programme: str


@dataclass(frozen=True, kw_only=True, slots=True)
class UpdatesLost(Notice):
    """Telegram dropped updates while nobody asked for them."""

    must_arrive: ClassVar[bool] = True
    lost: int
    since: datetime
    until: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class CopiesMissing(Notice):
    """A file could not be fetched for a whole day: one message a day, however many there are. `latest` is its row."""

    must_arrive: ClassVar[bool] = True
    latest: int
    on: date

    def card(self) -> str:
        return f"no-copy:{self.on.isoformat()}"


@dataclass(frozen=True, kw_only=True, slots=True)
class DiskFilling(Notice):
    """`full`: no file is copied any more."""

    must_arrive: ClassVar[bool] = True
    free_megabytes: int
    full: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockWasSet(Notice):
    """The computer's clock jumped by so many minutes; backwards is less than nothing."""

    must_arrive: ClassVar[bool] = True
    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RemindersStale(Notice):
    """So many reminders were of no use any more when the bot was back."""

    must_arrive: ClassVar[bool] = True
    count: int
