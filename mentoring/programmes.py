"""A programme as its manager plans it: the lines that can be changed, its calendar, and what its days mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.quiet import QuietHours
from mentoring.said_days import day_said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring.groups import Programme
    from mentoring.ids import ProgrammeId
    from mentoring.people import Language
    from mentoring.rules import Rules


class Line(StrEnum):
    """What a manager can change of a programme, each by a button of its own."""

    NAME = "name"
    ORGANISATION = "organisation"
    PERIOD = "period"
    LANGUAGES = "languages"
    ZONE = "zone"
    QUIET = "quiet"
    TOOLS = "tools"
    SESSIONS = "sessions"
    WORK = "work"
    AGE = "age"
    CONTACTS = "contacts"
    REMINDERS = "reminders"


#: What is asked when a programme begins; the rest stands in its settings.
FIVE = (Line.NAME, Line.PERIOD, Line.LANGUAGES, Line.ZONE, Line.TOOLS)
#: Before the last day managers and mentors are reminded of it.
ENDING_NOTICE = timedelta(days=14)
LONGEST = timedelta(days=366 * 10)
MOST_SESSIONS, OLDEST = 100, 30
MOST_MONTHS = 60
_BETWEEN = re.compile(r"\s+(?:-|–|—|to|till|until|до)\s+|\s*[–—]\s*|-(?=\d{1,2}\.)", re.IGNORECASE)
_LEADING = re.compile(r"^(?:from|to|till|until|от|до)\s+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    begins: date
    ends: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Calendar:
    """What a period means for the sessions: the first, the one in the middle and the last, by the days they fit."""

    weeks: int
    first: date
    middle: date
    last: date


def as_the_rules_say(programme: Programme, rules: Rules, today: date) -> Programme:
    """A new programme begins with the numbers of the definition file; one without days begins today."""
    begins = rules.begins_on if rules.begins_on is not None and rules.begins_on >= today else today
    ends = rules.ends_on if rules.ends_on is not None and rules.ends_on > begins else months_from(begins, rules.months)
    return replace(
        programme,
        languages=speaking_first(rules.languages, programme.language),
        begins_on=begins,
        ends_on=ends,
        sessions_planned=rules.sessions_planned,
        work_from=rules.work_from,
        work_until=rules.work_until,
        quiet_from=rules.quiet_from,
        quiet_until=rules.quiet_until,
        adult_age=rules.adult_age,
        optional_tools=rules.optional_tools,
        contacts=rules.contacts,
    )


def speaking_first(languages: tuple[Language, ...], first: Language) -> tuple[Language, ...]:
    return (first, *(one for one in languages if one is not first))


def months_from(begins: date, months: int) -> date:
    """The last day of so many months: from 1 December six months end on 31 May."""
    years, month = divmod(begins.month - 1 + months, 12)
    year, month = begins.year + years, month + 1
    return date(year, month, min(begins.day, monthrange(year, month)[1])) - timedelta(days=1)


def told_apart(programmes: Sequence[Programme]) -> Mapping[ProgrammeId, str]:
    """Each by its name, or by its organisation where names repeat, as those do that nobody has changed."""
    names, organisations = [one.name for one in programmes], [one.organisation for one in programmes]
    if len(set(names)) == len(names):
        return {one.id: one.name for one in programmes}
    if len(set(organisations)) == len(organisations):
        return {one.id: one.organisation for one in programmes}
    return {one.id: f"{one.organisation} {number}" for number, one in enumerate(programmes, 1)}


def calendar(programme: Programme) -> Calendar | None:
    if programme.begins_on is None or programme.ends_on is None:
        return None
    days = (programme.ends_on - programme.begins_on).days + 1
    sessions = max(programme.sessions_planned, 2)
    share = timedelta(days=days / sessions)
    return Calendar(
        weeks=max(1, round(days / 7)),
        first=programme.begins_on + share / 2,
        middle=programme.begins_on + timedelta(days=days) / 2,
        last=programme.ends_on - share / 2,
    )


def is_possible(period: Period) -> bool:
    return timedelta(0) < period.ends - period.begins <= LONGEST


def period_said(text: str, *, programme: Programme, today: date) -> Period | None:
    """Two days with a dash between them, or the last day alone; None for anything else."""
    said = [one for one in _BETWEEN.split(_LEADING.sub("", text.strip())) if one]
    days = [day_said(one, today=today) for one in said]
    match days:
        case [date() as ends]:
            return Period(begins=programme.begins_on or today, ends=ends)
        case [date() as begins, date() as ends]:
            return Period(begins=begins, ends=ends if ends > begins else _a_year_later(ends, begins))
        case _:
            return None


def _a_year_later(ends: date, begins: date) -> date:
    """Without years both days are the next ones: from December to May ends in the year after."""
    return date(begins.year + 1, ends.month, min(ends.day, 28)) if ends.year < begins.year else ends


def as_number(hours: QuietHours) -> int:
    """Hours of a day as one number, for a button: 2108 is 21:00 to 08:00."""
    return hours.begins.hour * 100 + hours.ends.hour


def as_hours(number: int) -> QuietHours | None:
    begins, ends = divmod(number, 100)
    if not (0 <= begins < 24 and 0 <= ends < 24):  # noqa: PLR2004 - hours of a day
        return None
    return QuietHours(begins=time(begins), ends=time(ends))
