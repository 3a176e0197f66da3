"""News for those who want it together, twice a day: kept as what it is about, and told with the state of that hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.people import Bundling
from mentoring.zones import instant, wall

if TYPE_CHECKING:
    from mentoring.people import Person

#: Wall time where the person is.
HOURS = (time(12), time(18))
#: A session that begins sooner than this after the news would be told is news for now.
SESSION_IN_GOOD_TIME = timedelta(hours=24)


class Matter(StrEnum):
    """What a piece of news is about."""

    REVIEW = "review"
    DIARY = "diary"
    SESSION = "session"
    PLAN = "plan"


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """News about `subject_id`: a submission, a session, or a group without one; 0 for a group's reviews as such."""

    matter: Matter
    subject_id: int


def is_bundling(person: Person) -> bool:
    return person.bundling is Bundling.TWICE_A_DAY


def next_hour(after: datetime, zone: str) -> datetime:
    """The first hour of news strictly after `after`."""
    today = wall(after, zone).date()
    hours = (instant(day, at, zone) for day in (today, today + timedelta(days=1)) for at in HOURS)
    return next(hour for hour in hours if hour > after)


def is_time(person: Person, since: datetime, now: datetime) -> bool:
    """Whether what has been kept since then is to be told; whoever no longer bundles need not wait for the hour."""
    if person.snoozed_until is not None and person.snoozed_until > now:
        return False
    return not is_bundling(person) or next_hour(since, person.zone) <= now
